package io.clientele.apikit.scenario;

import static io.clientele.apikit.scenario.ScenarioRequests.IMAGES;

import io.clientele.apikit.client.ApiClient;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Sends messages as another system does, reads them, and has one handled again. */
public final class HookScenario implements ContextScenario {
  /** The setting {@code HOOK_SOURCES} of a service that this scenario calls. */
  public static final String SOURCES = "tour|hmac-sha256|a secret of the tour";

  private static final String SECRET = "a secret of the tour";
  private static final String HOOK = "/v1/hooks/tour";
  private static final String MESSAGES = "/v1/hook-messages";
  private static final String ABSENT_MESSAGE = MESSAGES + "/01890a5d-ac96-774b-bcce-b302099a8057";
  private static final String ABSENT = ABSENT_MESSAGE + "/replays";
  private static final String LARGE = "a".repeat(256 * 1024 + 1);

  private final ApiClient api;
  private final String id;

  HookScenario(ScenarioSession session) {
    this.api = session.api();
    this.id = "tour-" + session.unique();
  }

  @Override
  public void run() {
    send(202, "{\"settled\":true}");
    send(200, "{\"settled\":true}");
    api.call(401, "POST", HOOK, "{}", "Hook-Id", id, "Hook-Signature", "sha256=00");
    api.call(401, "POST", "/v1/hooks/unknown", "{}");
    api.call(400, "POST", HOOK + "?x=1", "{}");
    api.call(406, "POST", HOOK, "{}", IMAGES);
    api.call(413, "POST", HOOK, LARGE);
    var page = api.call(200, "GET", MESSAGES + "?source=tour&status=received&limit=1", "");
    var message = page.json().path("data").path(0).path("id").asString();
    api.call(200, "GET", MESSAGES + "/" + message, "");
    api.call(404, "GET", ABSENT_MESSAGE, "");
    api.call(400, "GET", ABSENT_MESSAGE + "?x=1", "");
    api.call(406, "GET", ABSENT_MESSAGE, "", IMAGES);
    api.call(204, "POST", replays(message), "", "Audit-Reason", "The handler is mended");
    api.call(404, "POST", ABSENT, "");
    api.call(400, "GET", MESSAGES + "?status=lost", "");
    api.call(400, "POST", ABSENT + "?x=1", "");
    api.call(406, "GET", MESSAGES, "", IMAGES);
    api.call(406, "POST", ABSENT, "", IMAGES);
  }

  @Override
  public void runWithoutDatabase() {
    send(503, "{}");
    api.call(503, "GET", MESSAGES, "");
    api.call(503, "GET", ABSENT_MESSAGE, "");
    api.call(503, "POST", ABSENT, "");
  }

  private void send(int status, String body) {
    api.call(
        status, "POST", HOOK, body, "Hook-Id", id, "Hook-Signature", "sha256=" + signature(body));
  }

  private static String signature(String body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has it", e);
    }
  }

  private static String replays(String id) {
    return MESSAGES + "/" + id + "/replays";
  }
}
