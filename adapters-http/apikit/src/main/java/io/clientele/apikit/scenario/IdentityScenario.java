package io.clientele.apikit.scenario;

import io.clientele.apikit.client.ApiClient;
import java.util.List;
import java.util.Set;

/** Signs in and out, and changes operators, API keys and passwords. */
final class IdentityScenario implements ContextScenario {
  private static final String SESSIONS = "/v1/sessions";
  private static final String REFRESH = "/v1/sessions/refresh";
  private static final String CURRENT = "/v1/sessions/current";
  private static final String OWN_PASSWORD = "/v1/me/password";
  private static final String OWN_SESSIONS = "/v1/me/sessions";
  private static final String PREFERENCES = "/v1/me/preferences";
  private static final String OPERATORS = "/v1/operators";
  private static final String KEYS = "/v1/api-keys";
  private static final String ABSENT = "01890a5d-ac96-774b-bcce-b302099a8057";
  private static final String AUDITOR = "{\"name\":\"k\",\"roles\":[\"auditor\"]}";
  private static final String[] JSON = {"Content-Type", "application/json"};
  private static final String[] PATCH = {"Content-Type", "application/merge-patch+json"};

  private final ScenarioSession session;
  private final ApiClient api;
  private final String signIn;
  private final String wrong;

  IdentityScenario(ScenarioSession session) {
    this.session = session;
    this.api = session.api();
    this.signIn = session.signIn(session.password());
    this.wrong = session.signIn("not " + session.password());
  }

  @Override
  public Set<String> openToCustomers() {
    return Set.of("readCaller", "signOut", "listOwnSessions", "endOwnSession");
  }

  @Override
  public void run() {
    sessions();
    operators();
    keys();
    ownPassword();
    ownSessions();
    preferences();
    session.refused("GET", "/v1/me");
    api.call(200, "GET", "/v1/me", "");
  }

  @Override
  public void runWithoutDatabase() {
    api.call(503, "POST", SESSIONS, signIn, JSON);
    api.call(503, "POST", REFRESH, "{\"refreshToken\":\"x\"}", JSON);
    api.call(503, "DELETE", CURRENT, "");
    api.call(503, "GET", "/v1/me", "");
    api.call(503, "GET", OWN_SESSIONS, "");
    api.call(503, "DELETE", OWN_SESSIONS + "/" + ABSENT, "");
    api.call(503, "GET", PREFERENCES, "");
    api.call(503, "PATCH", PREFERENCES, "{\"theme\":\"dark\"}", JSON);
    var change = "{\"currentPassword\":\"a\",\"newPassword\":\"four other small words\"}";
    api.call(503, "POST", OWN_PASSWORD, change, JSON);
    for (var path : List.of(OPERATORS, KEYS)) {
      api.call(503, "GET", path, "");
      api.call(503, "DELETE", path + "/" + ABSENT, "");
    }
    api.call(503, "POST", OPERATORS, operator(9), JSON);
    api.call(503, "POST", KEYS, AUDITOR, JSON);
    api.call(503, "GET", OPERATORS + "/" + ABSENT, "");
    api.call(503, "PATCH", OPERATORS + "/" + ABSENT, "{}", JSON);
  }

  private void sessions() {
    api.call(401, "POST", SESSIONS, wrong, JSON);
    api.call(400, "POST", SESSIONS, "{\"email\":1}", JSON);
    session.unreadable("POST", SESSIONS);
    var opened = api.call(201, "POST", SESSIONS, signIn, JSON).json();
    var refresh = "{\"refreshToken\":\"%s\"}".formatted(opened.path("refreshToken").asString());
    api.call(200, "POST", REFRESH, refresh, JSON);
    api.call(401, "POST", REFRESH, refresh, JSON);
    api.call(400, "POST", REFRESH, "{}", JSON);
    api.call(403, "POST", REFRESH, "", "Cookie", "__Host-clientele-refresh=x");
    session.unreadable("POST", REFRESH);
    var other = api.call(201, "POST", SESSIONS, signIn, JSON).json();
    var bearer = "Bearer " + other.path("accessToken").asString();
    session.refused("DELETE", CURRENT);
    api.call(403, "DELETE", CURRENT, "", "Cookie", "__Host-clientele-refresh=x");
    api.call(204, "DELETE", CURRENT, "", "Authorization", bearer);
  }

  private void operators() {
    var added = api.call(201, "POST", OPERATORS, operator(1), JSON).header("Location");
    api.call(201, "POST", OPERATORS, operator(2), JSON);
    api.call(409, "POST", OPERATORS, operator(1), JSON);
    api.call(400, "POST", OPERATORS, "{\"roles\":[\"customer\"]}", JSON);
    session.unreadable("POST", OPERATORS);
    var next = api.call(200, "GET", OPERATORS + "?limit=1", "").header("Link");
    api.call(200, "GET", next.replaceFirst("^<", "").replaceFirst(">.*$", ""), "");
    session.refused("GET", OPERATORS);
    var absent = OPERATORS + "/" + ABSENT;
    for (var method : List.of("GET", "DELETE")) {
      session.refused(method, added);
      api.call(404, method, absent, "");
    }
    api.call(200, "GET", added, "");
    api.call(200, "PATCH", added, "{\"roles\":[\"auditor\"]}", JSON);
    api.call(400, "PATCH", added, "{\"status\":\"asleep\"}", JSON);
    api.call(404, "PATCH", absent, "{}", JSON);
    api.call(409, "PATCH", added, "{\"email\":\"%s\"}".formatted(email(2)), JSON);
    session.unreadable("PATCH", added);
    api.call(204, "DELETE", added, "");
    lastAdmin();
  }

  private void ownSessions() {
    var opened = api.call(201, "POST", SESSIONS, signIn, JSON).json();
    var bearer = "Bearer " + opened.path("accessToken").asString();
    var listed = api.call(200, "GET", OWN_SESSIONS, "", "Authorization", bearer).json();
    var own = OWN_SESSIONS + "/" + listed.path("data").path(0).path("id").asString();
    session.refused("GET", OWN_SESSIONS);
    session.refused("DELETE", own);
    api.call(404, "DELETE", OWN_SESSIONS + "/" + ABSENT, "");
    api.call(204, "DELETE", own, "", "Authorization", bearer);
  }

  private void preferences() {
    var view = "{\"list\":\"accounts\",\"name\":\"Active\",\"query\":\"status=active\"}";
    var body = "{\"theme\":\"dark\",\"savedViews\":[" + view + "]}";
    var tag = api.call(200, "GET", PREFERENCES, "").header("ETag");
    api.call(200, "PATCH", PREFERENCES, body, "Content-Type", "application/json", "If-Match", tag);
    api.call(412, "PATCH", PREFERENCES, "{\"theme\":null}", PATCH[0], PATCH[1], "If-Match", tag);
    api.call(200, "PATCH", PREFERENCES, "{\"theme\":null,\"savedViews\":null}", PATCH);
    api.call(400, "PATCH", PREFERENCES, "{\"theme\":\"grey\"}", JSON);
    session.refused("GET", PREFERENCES);
    session.unreadable("PATCH", PREFERENCES);
    var key = api.call(201, "POST", KEYS, AUDITOR, JSON).json().path("key").asString();
    for (var token : List.of("unknown", key)) {
      var status = token.equals(key) ? 403 : 401;
      var authorization = new String[] {"Authorization", "Bearer " + token};
      api.call(status, "GET", PREFERENCES, "", authorization);
      api.call(status, "PATCH", PREFERENCES, body, authorization);
    }
  }

  private void ownPassword() {
    var path = api.call(201, "POST", OPERATORS, operator(4), JSON).header("Location");
    var reset = "three small words";
    api.call(200, "PATCH", path, "{\"password\":\"%s\"}".formatted(reset), JSON);
    var bearer = bearerOf(4, reset);
    api.callEach(403, ABSENT, bearer, "changeOwnPassword");
    var json =
        new String[] {"Content-Type", "application/json", "Authorization", "Bearer " + bearer};
    var body = "{\"currentPassword\":\"%s\",\"newPassword\":\"%s\"}";
    api.call(
        400, "POST", OWN_PASSWORD, body.formatted("not " + reset, "four other small words"), json);
    api.call(204, "POST", OWN_PASSWORD, body.formatted(reset, "four other small words"), json);
    session.unreadable("POST", OWN_PASSWORD);
  }

  private String bearerOf(int number, String password) {
    var body = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email(number), password);
    return api.call(201, "POST", SESSIONS, body, JSON).json().path("accessToken").asString();
  }

  private void lastAdmin() {
    var me = api.call(200, "GET", "/v1/me", "").json().path("id").asString();
    api.call(409, "PATCH", OPERATORS + "/" + me, "{\"status\":\"disabled\"}", JSON);
    api.call(409, "DELETE", OPERATORS + "/" + me, "");
  }

  private void keys() {
    var body = "{\"name\":\"Grace\",\"email\":\"%s\"}".formatted(email(3));
    var account = api.call(201, "POST", "/v1/accounts", body, JSON).json().path("id").asString();
    var asked = "{\"name\":\"k\",\"roles\":[\"customer\"],\"accountId\":\"%s\"}".formatted(account);
    var issued = api.call(201, "POST", KEYS, asked, JSON).json();
    var customer = issued.path("key").asString();
    var path = "/v1/accounts/" + account;
    api.call(200, "GET", path, "", "Authorization", "Bearer " + customer);
    var auditor = api.call(201, "POST", KEYS, AUDITOR, JSON).json().path("key").asString();
    api.call(404, "DELETE", CURRENT, "", "Authorization", "Bearer " + auditor);
    api.call(400, "POST", KEYS, asked.replace(account, ABSENT), JSON);
    session.unreadable("POST", KEYS);
    var next = api.call(200, "GET", KEYS + "?limit=1", "").header("Link");
    api.call(200, "GET", next.replaceFirst("^<", "").replaceFirst(">.*$", ""), "");
    session.refused("GET", KEYS);
    var key = KEYS + "/" + issued.path("id").asString();
    session.refused("DELETE", key);
    api.call(204, "DELETE", key, "");
    api.call(404, "DELETE", key, "");
  }

  private String operator(int number) {
    return "{\"name\":\"Ada\",\"email\":\"%s\",\"roles\":[\"operator\"],\"password\":\"%s\"}"
        .formatted(email(number), "twelve letters");
  }

  private String email(int number) {
    return "access-" + session.unique() + "-" + number + "@example.com";
  }
}
