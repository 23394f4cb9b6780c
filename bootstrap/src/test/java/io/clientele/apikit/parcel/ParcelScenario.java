package io.clientele.apikit.parcel;

import io.clientele.apikit.scenario.ContextScenario;
import io.clientele.apikit.scenario.ScenarioSession;

/** Sends, shows and delivers parcels. */
public final class ParcelScenario implements ContextScenario {
  private static final String PARCELS = "/v1/parcels";
  private static final String ABSENT = PARCELS + "/01890a5d-ac96-774b-bcce-b302099a8057";
  private static final String CUSTOMER =
      "{\"name\":\"k\",\"roles\":[\"customer\"],\"accountId\":\"%s\"}";
  private static final String[] JSON = {"Content-Type", "application/json"};

  private final ScenarioSession session;

  public ParcelScenario(ScenarioSession session) {
    this.session = session;
  }

  @Override
  public void run() {
    var api = session.api();
    var account = session.openAccount("Ada Lovelace").replaceFirst(".*/", "");
    var parcel = api.call(201, "POST", PARCELS, body(account), JSON).header("Location");
    api.call(400, "POST", PARCELS, "{}", JSON);
    session.unreadable("POST", PARCELS);
    api.call(200, "GET", parcel, "");
    api.call(404, "GET", ABSENT, "");
    session.refused("GET", parcel);
    api.call(200, "POST", parcel + "/delivery", "");
    api.call(404, "POST", ABSENT + "/delivery", "");
    session.refused("POST", parcel + "/delivery");
    refusedTo(401, "unknown");
    refusedTo(403, session.issueKey(CUSTOMER.formatted(account)));
  }

  private void refusedTo(int status, String token) {
    var authorization = new String[] {"Authorization", "Bearer " + token};
    session.api().call(status, "POST", PARCELS, "{}", authorization);
    session.api().call(status, "GET", ABSENT, "", authorization);
    session.api().call(status, "POST", ABSENT + "/delivery", "", authorization);
  }

  @Override
  public void runWithoutDatabase() {
    session.api().call(503, "POST", PARCELS, body(ABSENT.replaceFirst(".*/", "")), JSON);
    session.api().call(503, "GET", ABSENT, "");
    session.api().call(503, "POST", ABSENT + "/delivery", "");
  }

  private static String body(String account) {
    return "{\"accountId\":\"%s\",\"label\":\"A book\"}".formatted(account);
  }
}
