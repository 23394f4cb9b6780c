package io.clientele.http.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.RawSocketClient;
import io.clientele.http.testing.TestClient;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditReasonTest {
  private static final String KEYS = "/v1/api-keys";
  private static final String KEY = "{\"name\":\"Reports\",\"roles\":[\"auditor\"]}";

  private final InMemoryServer service = new InMemoryServer();
  private final TestClient caller = new TestClient(service.port());

  @AfterEach
  void stop() {
    service.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Solicitação do cliente", "客户要求 🦊", "plain"})
  void aReasonOfAnyScriptIsAccepted(String reason) {
    assertThat(issue(reason).status()).isEqualTo(201);
  }

  @Test
  void itsLengthCountsCharacters() {
    assertThat(issue("ç".repeat(200)).status()).isEqualTo(201);
    assertRefused(issue("ç".repeat(201)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u00a0", "\u200b", "a\u202eb", "a\u0085b", "a\tb"})
  void anInvisibleReasonOrOneWithControlsIsRefused(String reason) {
    assertRefused(issue(reason));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u00e7", "a\u00c3", "\u00ff\u00fe", "\u00ed\u00a0\u0080"})
  void bytesThatAreNotUtf8AreRefused(String bytes) throws IOException {
    try (var wire = new RawSocketClient(service.port())) {
      wire.sendLatin1(request(bytes));
      assertRefused(wire.read());
    }
  }

  private static void assertRefused(RawSocketClient.Answer answer) {
    assertThat(answer.status()).isEqualTo(400);
    var fault = answer.json().path("errors").get(0);
    assertThat(fault.path("header").asString()).isEqualTo("Audit-Reason");
  }

  private RawSocketClient.Answer issue(String reason) {
    return caller.call("POST", KEYS, KEY, "Audit-Reason: " + reason);
  }

  private String request(String reason) {
    return RawSocketClient.request("POST", KEYS, KEY, "Audit-Reason: " + reason);
  }
}
