package io.clientele.http.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.account.AccountId;
import io.clientele.http.Caller;
import io.clientele.http.InMemoryService;
import io.clientele.http.Wire;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditReasonTest {
  private final InMemoryService service = new InMemoryService();
  private final Caller caller = new Caller(service.port());
  private final AccountId account = caller.open("Ada");

  @AfterEach
  void stop() {
    service.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Solicitação do cliente", "客户要求 🦊", "plain"})
  void theTrailKeepsAReasonOfAnyScript(String reason) {
    assertThat(amend(reason).status()).isEqualTo(200);
    assertThat(kept()).isEqualTo(reason);
  }

  @Test
  void itsLengthCountsCharacters() {
    assertThat(amend("ç".repeat(200)).status()).isEqualTo(200);
    assertThat(kept()).hasSize(200);
    assertRefused(amend("ç".repeat(201)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u00a0", "\u200b", "a\u202eb", "a\u0085b", "a\tb"})
  void aReasonWithoutInkOrWithControlsIsRefused(String reason) {
    assertRefused(amend(reason));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u00e7", "a\u00c3", "\u00ff\u00fe", "\u00ed\u00a0\u0080"})
  void bytesThatAreNotUtf8AreRefused(String bytes) throws IOException {
    try (var wire = new Wire(service.port())) {
      wire.sendLatin1(request(bytes));
      assertRefused(wire.read());
    }
  }

  private static void assertRefused(Wire.Answer answer) {
    assertThat(answer.status()).isEqualTo(400);
    var fault = answer.json().path("errors").get(0);
    assertThat(fault.path("header").asString()).isEqualTo("Audit-Reason");
  }

  private Wire.Answer amend(String reason) {
    return caller.call(
        "PATCH", target(), "{\"name\":\"" + reason.length() + "\"}", "Audit-Reason: " + reason);
  }

  private String request(String reason) {
    return Wire.request("PATCH", target(), "{\"name\":\"B\"}", "Audit-Reason: " + reason);
  }

  private String target() {
    return "/v1/accounts/" + account;
  }

  private String kept() {
    var entries = caller.get("/v1/audit?action=account.amended").json().path("data");
    return entries.get(0).path("reason").asString();
  }
}
