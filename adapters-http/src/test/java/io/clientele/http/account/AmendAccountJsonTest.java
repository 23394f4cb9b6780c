package io.clientele.http.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.TestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Merge patches, through the service. */
class AmendAccountJsonTest {
  private static final String TAXED =
      """
      {"name":" Ada ","email":"ADA@Example.com","taxId":{"country":"BR","value":"529.982.247-25"},
      "metadata":{"segment":"retail","tier":"gold"}}\
      """;
  private final InMemoryServer service = new InMemoryServer();
  private final TestClient caller = new TestClient(service.port());

  @AfterEach
  void stop() {
    service.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                                            | 1 |
          {"name":"Ada"}                                | 1 |
          {"name":"Eve"}                                | 2 | /name=Eve
          {"metadata":{"tier":null,"new":"x"}}          | 2 | /metadata={"new":"x","segment":"retail"}
          {"metadata":null}                             | 2 | /metadata={}
          {"metadata":{}}                               | 1 |
          {"metadata":{"absent":null}}                  | 1 |
          {"taxId":null}                                | 2 | /taxId=
          {"taxId":{"value":"11144477735"}}             | 2 | /taxId={"country":"BR","value":"11144477735"}
          {"taxId":{}}                                  | 1 |
          {"taxId":{"country":"DE","value":"AB12"}}     | 2 | /taxId={"country":"DE","value":"AB12"}
          """)
  void aMergePatchChangesOnlyItsFields(String patch, int version, String expected) {
    var path = caller.call("POST", "/v1/accounts", TAXED).header("Location");
    var amended = caller.call("PATCH", path, patch, "Content-Type: application/merge-patch+json");
    assertThat(amended.status()).isEqualTo(200);
    assertThat(amended.header("ETag")).isEqualTo("\"" + version + "\"");
    if (expected != null) {
      var parts = expected.split("=", 2);
      assertThat(amended.json().at(parts[0])).hasToString(parts[1].replaceAll("^(Eve)$", "\"$1\""));
    }
    assertThat(caller.get(path).body()).isEqualTo(amended.body());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"name":null,"email":null}                     | #/name #/email
          {"name":{"a":null}}                            | #/name
          {"taxId":{"country":null}}                     | #/taxId/country
          {"taxId":{"value":"1"},"name":""}              | #/name #/taxId/value
          {"taxId":{"x":null},"y":null}                  | #/taxId/x #/y
          {"metadata":{"a":1,"tier":{"b":null}}}         | #/metadata/a #/metadata/tier
          {"metadata":[],"taxId":""}                     | #/metadata #/taxId
          {"status":"closed"}                            | #/status
          []                                             | #
          null                                           | #
          """)
  void aBadPatchReportsAllFaultsAndChangesNothing(String patch, String pointers) {
    var path = caller.call("POST", "/v1/accounts", TAXED).header("Location");
    var answer = caller.call("PATCH", path, patch);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("errors"))
        .extracting(fault -> fault.path("pointer").asString())
        .containsExactlyInAnyOrder(pointers.split(" "));
    assertThat(caller.get(path).header("ETag")).isEqualTo("\"1\"");
  }
}
