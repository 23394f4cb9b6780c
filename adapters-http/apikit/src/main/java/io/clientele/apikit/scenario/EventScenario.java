package io.clientele.apikit.scenario;

import static io.clientele.apikit.scenario.ScenarioRequests.IMAGES;

import io.clientele.apikit.client.ApiClient;
import java.util.List;

/** Reads the feed of events and its proof. */
final class EventScenario implements ContextScenario {
  private static final String EVENTS = "/v1/events";
  private static final String ABSENT = EVENTS + "/01890a5d-ac96-774b-bcce-b302099a8057";
  private static final String PROOF = EVENTS + "/proof";
  private static final String STREAM = EVENTS + "/stream";
  private static final String BEYOND = "9007199254740991";

  private final ApiClient api;

  EventScenario(ScenarioSession session) {
    this.api = session.api();
  }

  @Override
  public void run() {
    var page = api.call(200, "GET", EVENTS + "?include=data&limit=5&wait=5", "");
    var id = page.json().path("data").path(0).path("id").asString();
    api.call(200, "GET", EVENTS + "?after=end&types=account.*,key.issued&wait=1", "");
    api.call(409, "GET", EVENTS + "?after=" + BEYOND, "");
    api.call(200, "HEAD", STREAM + "?types=account.*", "");
    api.call(409, "GET", STREAM, "", "Last-Event-ID", BEYOND);
    api.call(400, "GET", STREAM, "", "Last-Event-ID", "x");
    api.call(200, "GET", EVENTS + "/" + id + "?include=data", "");
    api.call(404, "GET", ABSENT, "");
    api.call(200, "GET", PROOF, "");
    api.call(409, "GET", PROOF + "?known=1:" + "f".repeat(64), "");
    for (var path : List.of(EVENTS, ABSENT, PROOF, STREAM)) {
      api.call(400, "GET", path + "?x=1", "");
      api.call(406, "GET", path, "", IMAGES);
    }
  }

  @Override
  public void runWithoutDatabase() {
    for (var path : List.of(EVENTS, ABSENT, PROOF, STREAM)) {
      api.call(503, "GET", path, "");
    }
  }
}
