package io.clientele.http.hook;

import static io.clientele.http.testing.RawSocketClient.anonymous;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.hook.HookContent;
import io.clientele.domain.hook.HookFilter;
import io.clientele.domain.hook.HookMessage;
import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.RawSocketClient;
import io.clientele.http.testing.RawSocketClient.Answer;
import io.clientele.http.testing.TestClient;
import io.clientele.http.testing.context.InMemoryHookContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HookRoutesTest {
  private static final String BODY = "{\"settled\": true}";

  private final InMemoryServer service = new InMemoryServer();
  private final TestClient admin = new TestClient(service.port());

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void aSignedMessageIsStoredAsItCameAndOnlyOnce() throws IOException {
    var first =
        send("/v1/hooks/tour", BODY, "1", signature(BODY), "Content-Type: text/x-thing; a=b");
    assertThat(first.status()).isEqualTo(202);
    assertThat(send("/v1/hooks/tour", BODY, "1", signature(BODY)).status()).isEqualTo(200);
    var message = only();
    assertThat(message.externalId()).isEqualTo("1");
    assertThat(message.verifiedBy()).isEqualTo("hmac-sha256/1");
    var content =
        service
            .context(InMemoryHookContext.class)
            .inbox()
            .read(message.id())
            .orElseThrow()
            .content();
    assertThat(content.body()).asString(StandardCharsets.UTF_8).isEqualTo(BODY);
    assertThat(content.headers().keySet())
        .containsExactlyInAnyOrder("content-type", "hook-id", "hook-signature");
    assertThat(content.header("content-type")).isEqualTo("text/x-thing; a=b");
  }

  @Test
  void anAlteredMessageIsRefusedAndItsIdIsStillFree() throws IOException {
    var refused = send("/v1/hooks/tour", BODY + " ", "1", signature(BODY));
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.header("WWW-Authenticate")).isEqualTo("Signature");
    assertThat(refused.json().path("type").asString()).isEqualTo("/problems/not-authenticated");
    assertThat(messages()).isEmpty();
    assertThat(send("/v1/hooks/tour", BODY, "1", signature(BODY)).status()).isEqualTo(202);
  }

  @Test
  void anUnknownSourceIsAnsweredAsAWrongSignatureIs() throws IOException {
    var unknown = send("/v1/hooks/unknown", BODY, "1", signature(BODY));
    var wrong = send("/v1/hooks/tour", BODY, "1", "00");
    assertThat(unknown.status()).isEqualTo(wrong.status()).isEqualTo(401);
    assertThat(unknown.json().path("detail")).isEqualTo(wrong.json().path("detail"));
    assertThat(send("/v1/hooks/Tour", BODY, "1", signature(BODY)).status()).isEqualTo(400);
  }

  @Test
  void eachSecretOfASourceVerifies() throws IOException {
    var time = "1763640000"; // 2026-11-20 is later, so this message is old
    for (var secret : InMemoryHookContext.PAYMENTS_SECRETS) {
      assertThat(stripe(secret, time, "{\"id\":\"evt_old\"}").status()).isEqualTo(401);
      var now = String.valueOf(Instant.parse("2026-11-20T12:00:00Z").getEpochSecond());
      var body = "{\"id\":\"evt_%s\"}".formatted(secret.hashCode());
      assertThat(stripe(secret, now, body).status()).isEqualTo(202);
      assertThat(stripe(secret, now, body).status()).isEqualTo(200);
    }
    assertThat(messages())
        .extracting(HookMessage::verifiedBy)
        .containsExactlyInAnyOrder("stripe/1", "stripe/2");
  }

  @Test
  void aMessageOf256KibIsTakenAndALargerOneIsNot() throws IOException {
    var largest = "a".repeat(HookContent.BODY_BYTES_MAX);
    assertThat(send("/v1/hooks/tour", largest, "1", signature(largest)).status()).isEqualTo(202);
    var larger = largest + "a";
    assertThat(send("/v1/hooks/tour", larger, "2", signature(larger)).status()).isEqualTo(413);
  }

  @Test
  void anEmptyMessageIsAMessage() throws IOException {
    assertThat(send("/v1/hooks/tour", "", "1", signature("")).status()).isEqualTo(202);
  }

  @Test
  void anAdministratorListsMessagesByPagesAndHasOneHandledAgain() throws IOException {
    for (var id : List.of("1", "2", "3")) {
      send("/v1/hooks/tour", BODY, id, signature(BODY));
    }
    var first = admin.get("/v1/hook-messages?limit=2&source=tour").json();
    assertThat(first.path("data").path(0).path("status").asString()).isEqualTo("received");
    var cursor = first.path("nextCursor").asString();
    var second = admin.get("/v1/hook-messages?limit=2&cursor=" + cursor).json();
    var ids = new TreeSet<String>();
    for (var page : List.of(first, second)) {
      page.path("data").forEach(message -> ids.add(message.path("externalId").asString()));
    }
    assertThat(ids).containsExactly("1", "2", "3");
    assertThat(second.has("nextCursor")).isFalse();
    var id = second.path("data").path(0).path("id").asString();
    assertThat(admin.call("POST", "/v1/hook-messages/" + id + "/replays", "").status())
        .isEqualTo(204);
    assertThat(admin.get("/v1/hook-messages?source=bank&cursor=" + cursor).status()).isEqualTo(400);
  }

  @Test
  void anAdministratorReadsAMessageAsItCame() throws IOException {
    var bytes = "\u0001" + BODY;
    send("/v1/hooks/tour", bytes, "1", signature(bytes), "Content-Type: text/x-thing");
    var id = only().id();
    var message = admin.get("/v1/hook-messages/" + id).json();
    assertThat(message.path("id").asString()).isEqualTo(id.toString());
    assertThat(message.path("status").asString()).isEqualTo("received");
    assertThat(message.path("body").binaryValue())
        .isEqualTo(bytes.getBytes(StandardCharsets.UTF_8));
    assertThat(message.path("headers").toString())
        .isEqualTo(
            "[{'name':'content-type','value':'text/x-thing'},{'name':'hook-id','value':'1'},{'name':'hook-signature','value':'sha256=%s'}]"
                .replace('\'', '"')
                .formatted(signature(bytes)));
    var absent = admin.get("/v1/hook-messages/01890a5d-ac96-774b-bcce-b302099a8057");
    assertThat(absent.status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"status=lost", "source=A", "cursor=x", "limit=0", "from=1"})
  void aParameterThatBreaksARuleIsNamed(String parameter) {
    var answer = admin.get("/v1/hook-messages?" + parameter);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("errors").path(0).path("parameter").asString())
        .isEqualTo(parameter.substring(0, parameter.indexOf('=')));
  }

  private HookMessage only() {
    assertThat(messages()).hasSize(1);
    return messages().getFirst();
  }

  private List<HookMessage> messages() {
    return service
        .context(InMemoryHookContext.class)
        .inbox()
        .list(HookFilter.ALL, null, 9)
        .messages();
  }

  private Answer stripe(String secret, String time, String body) throws IOException {
    var signature = hmac(secret, time + "." + body);
    return exchange(
        anonymous(
            "POST",
            "/v1/hooks/payments",
            body,
            "Stripe-Signature: t=" + time + ",v1=" + signature));
  }

  private Answer send(String path, String body, String id, String signature, String... more)
      throws IOException {
    var headers = new ArrayList<>(List.of(more));
    headers.add("Hook-Id: " + id);
    headers.add("Hook-Signature: sha256=" + signature);
    return exchange(anonymous("POST", path, body, headers.toArray(String[]::new)));
  }

  private Answer exchange(String request) throws IOException {
    return RawSocketClient.exchange(service.port(), request);
  }

  private static String signature(String body) {
    return hmac(InMemoryHookContext.TOUR_SECRET, body);
  }

  private static String hmac(String secret, String signed) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
