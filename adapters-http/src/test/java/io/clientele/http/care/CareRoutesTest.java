package io.clientele.http.care;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.identity.Role;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.Causation;
import io.clientele.domain.kernel.Provenance;
import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.RawSocketClient.Answer;
import io.clientele.http.testing.TestClient;
import io.clientele.http.testing.context.InMemoryAuditContext;
import io.clientele.http.testing.context.InMemoryIdentity;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CareRoutesTest {
  private static final String ABSENT = "/v1/accounts/01890a5d-ac96-774b-bcce-b302099a8057";
  private static final String NOTE = "{\"text\":\" Wants a call back.\\nAsk for Ada. \"}";
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  private final InMemoryServer service = new InMemoryServer();
  private final TestClient caller = new TestClient(service.port());
  private final AccountId id = caller.open("Ada Lovelace");
  private final String account = "/v1/accounts/" + id;

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void aNoteIsListedWithTheNameOfItsAuthorUntilItIsRemoved() {
    var written = post(account + "/notes", NOTE);
    assertThat(written.status()).isEqualTo(201);
    assertThat(text(written.json(), "text")).isEqualTo("Wants a call back.\nAsk for Ada.");
    var listed = caller.get(account + "/notes").json().path("data");
    assertThat(listed).hasSize(1);
    assertThat(text(listed.get(0), "authorName")).isEqualTo("Ada Lovelace");
    assertThat(text(listed.get(0), "author")).startsWith("operator:");
    var note = written.header("Location");
    assertThat(delete(note.replace(id.toString(), caller.open("Other").toString())).status())
        .isEqualTo(404);
    assertThat(delete(note).status()).isEqualTo(204);
    assertThat(delete(note).status()).isEqualTo(404);
    assertThat(caller.get(account + "/notes").json().path("data")).isEmpty();
  }

  @Test
  void aRepeatedRequestWritesOneNote() {
    var first = post(account + "/notes", NOTE, "Idempotency-Key: one");
    var second = post(account + "/notes", NOTE, "Idempotency-Key: one");
    assertThat(second.status()).isEqualTo(201);
    assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(post(account + "/notes", "{\"text\":\"x\"}", "Idempotency-Key: one").status())
        .isEqualTo(422);
    assertThat(caller.get(account + "/notes").json().path("data")).hasSize(1);
  }

  @Test
  void pagesOfNotesFollowTheirCursor() {
    for (var i = 1; i <= 3; i++) {
      post(account + "/notes", "{\"text\":\"Note %d\"}".formatted(i));
    }
    var first = caller.get(account + "/notes?limit=2").json();
    var cursor = text(first, "nextCursor");
    var second = caller.get(account + "/notes?limit=2&cursor=" + cursor).json();
    assertThat(first.path("data")).hasSize(2);
    assertThat(second.path("data")).hasSize(1);
    assertThat(Stream.of(first, second).flatMap(page -> page.path("data").valueStream()))
        .extracting(note -> text(note, "text"))
        .containsExactlyInAnyOrder("Note 1", "Note 2", "Note 3");
    assertThat(second.has("nextCursor")).isFalse();
  }

  @Test
  void anOwnerIsAnActiveOperator() {
    service.context(InMemoryIdentity.class).bearerOf(Role.OPERATOR);
    var me = text(caller.get("/v1/me").json(), "id");
    assertThat(put(account + "/owner", owner(me)).status()).isEqualTo(204);
    var care = caller.get(account + "/care").json();
    assertThat(text(care.path("owner"), "operatorId")).isEqualTo(me);
    assertThat(text(care.path("owner"), "name")).isEqualTo("Ada Lovelace");
    assertThat(care.has("suspension")).isFalse();
    var unknown = put(account + "/owner", owner(id.toString()));
    assertThat(unknown.status()).isEqualTo(400);
    assertThat(text(unknown.json().path("errors").get(0), "pointer")).isEqualTo("#/operatorId");
    assertThat(delete(account + "/owner").status()).isEqualTo(204);
    assertThat(delete(account + "/owner").status()).isEqualTo(204);
    assertThat(caller.get(account + "/care").json().has("owner")).isFalse();
  }

  @Test
  void theSuspensionInForceNamesItsReason() {
    var me = "operator:" + text(caller.get("/v1/me").json(), "id");
    audit("account.suspended", me, "KYC expired", NOW);
    assertThat(caller.get(account + "/care").json().has("suspension")).isFalse();
    post(account + "/suspension", "");
    var suspension = caller.get(account + "/care").json().path("suspension");
    assertThat(text(suspension, "reason")).isEqualTo("KYC expired");
    assertThat(text(suspension, "actorName")).isEqualTo("Ada Lovelace");
    assertThat(text(suspension, "since")).isEqualTo("2026-11-20T12:00:00.000000Z");
  }

  @Test
  void theTimelineMergesTheAuditAndTheTransfersNewestFirst() {
    var note = text(post(account + "/notes", NOTE).json(), "id");
    var soon = Instant.now().plusSeconds(3600);
    audit("account.opened", "service:test", null, NOW);
    service
        .context(InMemoryAuditContext.class)
        .trail()
        .append(
            new AuditEntry(
                new Provenance("api-key:1", soon), "note.written", id, "note:" + note, List.of()));
    var transfer = transfer();
    var first = caller.get(account + "/timeline?limit=2").json();
    var cursor = text(first, "nextCursor");
    var second = caller.get(account + "/timeline?limit=2&cursor=" + cursor).json();
    assertThat(first.path("data"))
        .extracting(entry -> text(entry, "action"))
        .containsExactly("note.written", "transfer.posted");
    assertThat(text(first.path("data").get(0), "note"))
        .isEqualTo("Wants a call back.\nAsk for Ada.");
    assertThat(text(first.path("data").get(1), "subject")).isEqualTo("transfer:" + transfer);
    assertThat(text(first.path("data").get(1), "reason")).isEqualTo("top-up");
    assertThat(second.path("data"))
        .extracting(entry -> text(entry, "action"))
        .containsExactly("account.opened");
    assertThat(second.has("nextCursor")).isFalse();
    assertThat(caller.get(account + "/timeline?cursor=x").status()).isEqualTo(400);
  }

  @Test
  void anErasedAccountHasATimelineOnly() {
    post(account + "/notes", NOTE);
    post(account + "/erasure", "");
    assertThat(caller.get(account + "/care").status()).isEqualTo(410);
    assertThat(caller.get(account + "/notes").status()).isEqualTo(410);
    assertThat(post(account + "/notes", "no JSON").status()).isEqualTo(410);
    assertThat(put(account + "/owner", "no JSON").status()).isEqualTo(410);
    assertThat(caller.get(account + "/timeline").status()).isEqualTo(200);
    assertThat(caller.get(ABSENT + "/timeline").status()).isEqualTo(404);
    assertThat(post(ABSENT + "/notes", "no JSON").status()).isEqualTo(404);
  }

  private String transfer() {
    caller.call("POST", "/v1/assets", "{\"code\":\"USD\",\"scale\":2,\"kind\":\"money\"}");
    var house = pocket("/v1/pockets", "{\"asset\":\"USD\",\"name\":\"cash\",\"floor\":null}");
    var own = pocket(account + "/pockets", "{\"asset\":\"USD\",\"name\":\"main\"}");
    var transfer = "c1f8b3a2-5d3e-4a0b-9c7d-0123456789ab";
    var body =
        """
        {"kind":"posted","reason":"top-up","legs":[{"from":"%s","to":"%s","asset":"USD","amount":"5.00"}]}\
        """
            .formatted(house, own);
    assertThat(put("/v1/transfers/" + transfer, body).status()).isEqualTo(201);
    return transfer;
  }

  private String pocket(String path, String body) {
    return text(post(path, body).json(), "id");
  }

  private void audit(String action, String actor, String reason, Instant at) {
    var by = new Provenance(actor, at, new Causation("test", reason));
    service
        .context(InMemoryAuditContext.class)
        .trail()
        .append(new AuditEntry(by, action, id, null, List.of()));
  }

  private Answer post(String path, String body, String... headers) {
    return caller.call("POST", path, body, headers);
  }

  private Answer put(String path, String body) {
    return caller.call("PUT", path, body);
  }

  private Answer delete(String path) {
    return caller.call("DELETE", path, "");
  }

  private static String owner(String operator) {
    return "{\"operatorId\":\"%s\"}".formatted(operator);
  }

  private static String text(JsonNode json, String field) {
    return json.path(field).asString();
  }
}
