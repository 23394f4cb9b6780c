package io.clientele.apikit.scenario;

import io.clientele.apikit.client.ApiClient;

/** Assigns and releases an owner, writes and removes notes, and reads the timeline. */
final class CareScenario implements ContextScenario {
  private static final String[] JSON = {"Content-Type", "application/json"};
  private static final String ID = "01890a5d-ac96-774b-bcce-b302099a8057";
  private static final String ABSENT = "/v1/accounts/" + ID;
  private static final String NOTE = "{\"text\":\"Wants a call back.\"}";

  private final ScenarioSession session;
  private final ApiClient api;

  CareScenario(ScenarioSession session) {
    this.session = session;
    this.api = session.api();
  }

  @Override
  public void run() {
    var account = session.openAccount("Grace Hopper");
    own(account);
    var note = write(account);
    read(account, note);
    api.call(204, "DELETE", note, "");
    api.call(404, "DELETE", note, "");
    session.refused("DELETE", note);
    refusedTo(401, account, "unknown");
    var customer =
        "{\"name\":\"k\",\"roles\":[\"customer\"],\"accountId\":\"%s\"}".formatted(id(account));
    refusedTo(403, account, session.issueKey(customer));
    api.call(200, "POST", account + "/erasure", "");
    erased(account);
  }

  private void own(String account) {
    var me = api.call(200, "GET", "/v1/me", "").json().path("id").asString();
    var owner = "{\"operatorId\":\"%s\"}".formatted(me);
    api.call(204, "PUT", account + "/owner", owner, JSON);
    api.call(400, "PUT", account + "/owner", "{\"operatorId\":\"%s\"}".formatted(ID), JSON);
    api.call(404, "PUT", ABSENT + "/owner", owner, JSON);
    session.unreadable("PUT", account + "/owner");
    api.call(200, "POST", account + "/suspension", "", "Audit-Reason", "A document expired");
    api.call(200, "GET", account + "/care", "");
    api.call(404, "GET", ABSENT + "/care", "");
    session.refused("GET", account + "/care");
    api.call(204, "DELETE", account + "/owner", "");
    api.call(404, "DELETE", ABSENT + "/owner", "");
    session.refused("DELETE", account + "/owner");
  }

  private String write(String account) {
    var notes = account + "/notes";
    var key =
        new String[] {"Content-Type", "application/json", "Idempotency-Key", session.unique()};
    var note = api.call(201, "POST", notes, NOTE, key).header("Location");
    api.call(201, "POST", notes, NOTE, key);
    api.call(422, "POST", notes, "{\"text\":\"Another one\"}", key);
    api.call(400, "POST", notes, "{\"text\":\" \"}", JSON);
    api.call(404, "POST", ABSENT + "/notes", NOTE, JSON);
    session.unreadable("POST", notes);
    return note;
  }

  private void read(String account, String note) {
    api.call(200, "GET", account + "/notes?limit=1", "");
    api.call(404, "GET", ABSENT + "/notes", "");
    session.refused("GET", account + "/notes");
    api.call(200, "GET", account + "/timeline?limit=1", "");
    api.call(404, "GET", ABSENT + "/timeline", "");
    session.refused("GET", account + "/timeline");
    api.call(400, "DELETE", note + "x", "");
  }

  private void refusedTo(int status, String account, String token) {
    var bearer = new String[] {"Authorization", "Bearer " + token};
    api.call(status, "GET", account + "/care", "", bearer);
    api.call(status, "PUT", account + "/owner", "{}", bearer);
    api.call(status, "DELETE", account + "/owner", "", bearer);
    api.call(status, "POST", account + "/notes", "{}", bearer);
    api.call(status, "GET", account + "/notes", "", bearer);
    api.call(status, "DELETE", account + "/notes/" + ID, "", bearer);
    api.call(status, "GET", account + "/timeline", "", bearer);
  }

  private void erased(String account) {
    api.call(410, "GET", account + "/care", "");
    api.call(410, "PUT", account + "/owner", "{\"operatorId\":\"%s\"}".formatted(ID), JSON);
    api.call(410, "DELETE", account + "/owner", "");
    api.call(410, "POST", account + "/notes", NOTE, JSON);
    api.call(410, "GET", account + "/notes", "");
    api.call(200, "GET", account + "/timeline", "");
  }

  @Override
  public void runWithoutDatabase() {
    api.call(503, "GET", ABSENT + "/care", "");
    api.call(503, "PUT", ABSENT + "/owner", "{\"operatorId\":\"%s\"}".formatted(ID), JSON);
    api.call(503, "DELETE", ABSENT + "/owner", "");
    api.call(503, "POST", ABSENT + "/notes", NOTE, JSON);
    api.call(503, "GET", ABSENT + "/notes", "");
    api.call(503, "DELETE", ABSENT + "/notes/" + ID, "");
    api.call(503, "GET", ABSENT + "/timeline", "");
  }

  private static String id(String account) {
    return account.substring(account.lastIndexOf('/') + 1);
  }
}
