package io.clientele.apikit.scenario.notice;

import io.clientele.apikit.client.ApiClient;
import io.clientele.apikit.scenario.ContextScenario;
import io.clientele.apikit.scenario.ScenarioSession;

/** Reads and chooses the administrator's own notices. */
public final class NoticeScenario implements ContextScenario {
  private static final String OWN = "/v1/me/notices";
  private static final String CHOICE = "{\"kinds\":[\"dead-letter\"],\"language\":\"pt\"}";
  private static final String NONE = "{\"kinds\":[],\"language\":\"en\"}";
  private static final String KEY = "{\"name\":\"notices\",\"roles\":[\"operator\"]}";
  private static final String[] JSON = {"Content-Type", "application/json"};
  private static final String[] PATCH = {"Content-Type", "application/merge-patch+json"};

  private final ScenarioSession session;
  private final ApiClient api;

  /** Calls the service of this session. */
  public NoticeScenario(ScenarioSession session) {
    this.session = session;
    this.api = session.api();
  }

  @Override
  public void run() {
    var tag = api.call(200, "GET", OWN, "").header("ETag");
    api.call(200, "PATCH", OWN, CHOICE, "Content-Type", "application/json", "If-Match", tag);
    api.call(412, "PATCH", OWN, NONE, "Content-Type", "application/json", "If-Match", tag);
    api.call(200, "PATCH", OWN, NONE, PATCH);
    api.call(400, "PATCH", OWN, "{\"kinds\":[\"unknown\"]}", JSON);
    session.refused("GET", OWN);
    api.call(400, "PATCH", OWN + "?x=1", NONE, JSON);
    session.unreadable("PATCH", OWN);
    refusedTo(401, "unknown");
    refusedTo(403, session.issueKey(KEY));
  }

  private void refusedTo(int status, String token) {
    var authorization = new String[] {"Authorization", "Bearer " + token};
    api.call(status, "GET", OWN, "", authorization);
    api.call(status, "PATCH", OWN, NONE, authorization);
  }

  @Override
  public void runWithoutDatabase() {
    api.call(503, "GET", OWN, "");
    api.call(503, "PATCH", OWN, CHOICE, JSON);
  }
}
