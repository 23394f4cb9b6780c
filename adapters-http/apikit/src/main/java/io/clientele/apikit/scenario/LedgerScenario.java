package io.clientele.apikit.scenario;

import static io.clientele.apikit.scenario.ScenarioRequests.ABSENT;
import static io.clientele.apikit.scenario.ScenarioRequests.ACCOUNTS;
import static io.clientele.apikit.scenario.ScenarioRequests.IMAGES;

import io.clientele.apikit.client.ApiClient;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** Defines assets, opens and changes pockets, and posts transfers. */
final class LedgerScenario implements ContextScenario {
  private static final String ASSETS = "/v1/assets";
  private static final String POCKETS = "/v1/pockets";
  private static final String TRANSFERS = "/v1/transfers";
  private static final String BATCHES = "/v1/transfer-batches";
  private static final String PRICES = "/v1/prices";
  private static final String RECONCILIATION = "/v1/ledger/reconciliation";
  private static final String ID = "/01890a5d-ac96-774b-bcce-b302099a8057";
  private static final String PAGE = "?limit=1";
  private static final String[] JSON = {"Content-Type", "application/json"};
  private static final String[] TEXT = {"Content-Type", "text/plain"};
  private static final String LARGE = "{\"name\":\"" + "a".repeat(1_100_000) + "\"}";

  private final ApiClient api;
  private final String unique;
  private final String asset;
  private String owner = "";
  private String house = "";
  private String pocket = "";

  LedgerScenario(ScenarioSession session) {
    this.api = session.api();
    this.unique = session.unique();
    this.asset = "TOUR-" + unique.toUpperCase(Locale.ROOT);
  }

  /** A customer posts and lists transfers of its own pockets; the routes decide on others. */
  @Override
  public Set<String> openToCustomers() {
    return Set.of("postTransfer", "postTransferBatch", "listTransfers");
  }

  @Override
  public void run() {
    assets();
    pockets();
    transfers();
    batches();
    prices();
    amendments();
    history();
    erasure();
    reconciliation();
  }

  private void assets() {
    var body = "{\"code\":\"%s\",\"scale\":2,\"kind\":\"money\"}".formatted(asset);
    api.call(201, "POST", ASSETS, body, JSON);
    api.call(200, "POST", ASSETS, body, JSON);
    api.call(409, "POST", ASSETS, body.replace(":2", ":3"), JSON);
    unreadable("POST", ASSETS, body);
    readable(ASSETS + PAGE, ASSETS);
  }

  private void pockets() {
    var body = opening("main");
    var account = account("ledger");
    owner = account;
    pocket = id(account + "/pockets", body);
    api.call(409, "POST", account + "/pockets", body, JSON);
    api.call(404, "POST", ABSENT + "/pockets", body, JSON);
    unreadable("POST", account + "/pockets", body);
    readable(account + "/pockets" + PAGE, account + "/pockets");
    api.call(404, "GET", ABSENT + "/pockets", "");
    var bank = opening("bank").replace("}", ",\"floor\":null}");
    house = id(POCKETS, bank);
    api.call(409, "POST", POCKETS, bank, JSON);
    unreadable("POST", POCKETS, bank);
    readable(POCKETS + PAGE, POCKETS);
    readable(POCKETS + "/" + pocket, POCKETS + "/" + pocket);
    api.call(404, "GET", POCKETS + ID, "");
  }

  private void transfers() {
    var path = TRANSFERS + "/" + UUID.randomUUID();
    var body = posting(house, pocket, "12.50");
    api.call(200, "PUT", path + "?dryRun=true", body, JSON);
    api.call(201, "PUT", path, body, JSON);
    api.call(200, "PUT", path, body, JSON);
    api.call(409, "PUT", path, posting(house, pocket, "12.51"), JSON);
    var refused = TRANSFERS + "/" + UUID.randomUUID();
    api.call(422, "PUT", refused, posting(pocket, house, "99.99"), JSON);
    api.call(200, "GET", refused, "");
    api.call(200, "PUT", refused + "?dryRun=true", posting(pocket, house, "99.99"), JSON);
    unreadable("PUT", path, body);
    readable(path, path);
    api.call(404, "GET", TRANSFERS + ID, "");
    readable(TRANSFERS + PAGE + "&pocket=" + pocket, TRANSFERS);
    api.call(404, "GET", TRANSFERS + "?pocket=" + ID.substring(1), "");
    api.call(409, "DELETE", owner, "");
    api.call(409, "POST", owner + "/erasure", "");
  }

  private void batches() {
    var good = batch(posting(house, pocket, "1.00"), "");
    api.call(200, "POST", BATCHES, good, JSON);
    var refused = batch(posting(pocket, house, "999.99"), ",\"atomic\":true");
    api.call(422, "POST", BATCHES, refused, JSON);
    unreadable("POST", BATCHES, good);
  }

  private static String batch(String transfer, String more) {
    var id = "{\"id\":\"" + UUID.randomUUID() + "\",";
    return "{\"transfers\":[" + id + transfer.substring(1) + "]" + more + "}";
  }

  private void prices() {
    var quote = "{\"code\":\"%s-Q\",\"scale\":2,\"kind\":\"money\"}".formatted(asset);
    api.call(201, "POST", ASSETS, quote, JSON);
    var price =
        """
        {"asset":"%s","quote":"%s-Q","at":"2026-11-20T12:00:00Z","price":"1.25"}\
        """
            .formatted(asset, asset);
    api.call(201, "POST", PRICES, price, JSON);
    api.call(200, "POST", PRICES, price, JSON);
    api.call(409, "POST", PRICES, price.replace("1.25", "1.26"), JSON);
    unreadable("POST", PRICES, price);
    var path = account("ledger-portfolio") + "/portfolio?quote=" + asset;
    readable(path, path.substring(0, path.indexOf('?')));
    api.call(404, "GET", ABSENT + "/portfolio?quote=" + asset, "");
  }

  private void amendments() {
    var path = POCKETS + "/" + pocket;
    api.call(409, "PATCH", path, "{\"status\":\"closed\"}", JSON);
    var frozen = "{\"status\":\"frozen\"}";
    api.call(412, "PATCH", path, frozen, "Content-Type", "application/json", "If-Match", "\"9.1\"");
    api.call(200, "PATCH", path, frozen, JSON);
    api.call(404, "PATCH", POCKETS + ID, frozen, JSON);
    unreadable("PATCH", path, frozen);
  }

  private void history() {
    var path = POCKETS + "/" + pocket;
    readable(path + "/entries" + PAGE, path + "/entries");
    api.call(404, "GET", POCKETS + ID + "/entries", "");
    readable(path + "/balance?seq=1", path + "/balance");
    api.call(404, "GET", path + "/balance?seq=99", "");
  }

  private void reconciliation() {
    readable(RECONCILIATION, RECONCILIATION);
  }

  private void erasure() {
    var account = account("ledger-erased");
    var other = id(account + "/pockets", opening("main"));
    var path = TRANSFERS + "/" + UUID.randomUUID();
    api.call(201, "PUT", path, posting(house, other, "1.00"), JSON);
    api.call(201, "PUT", TRANSFERS + "/" + UUID.randomUUID(), posting(other, house, "1.00"), JSON);
    api.call(200, "POST", account + "/erasure", "");
    api.call(410, "PUT", path, posting(house, other, "1.00"), JSON);
    api.call(410, "POST", account + "/pockets", opening("new"), JSON);
  }

  @Override
  public void runWithoutDatabase() {
    for (var path :
        List.of(
            ASSETS,
            ABSENT + "/pockets",
            POCKETS,
            POCKETS + ID,
            POCKETS + ID + "/entries",
            POCKETS + ID + "/balance",
            TRANSFERS + "?pocket=" + ID.substring(1),
            TRANSFERS + ID,
            RECONCILIATION)) {
      api.call(503, "GET", path, "");
    }
    var body = "{\"code\":\"%s\",\"scale\":2,\"kind\":\"money\"}".formatted(asset);
    api.call(503, "POST", ASSETS, body, JSON);
    api.call(503, "POST", ABSENT + "/pockets", opening("main"), JSON);
    api.call(503, "POST", POCKETS, opening("away"), JSON);
    api.call(503, "PATCH", POCKETS + ID, "{\"status\":\"open\"}", JSON);
    var posting = posting(ID.substring(1), ID.substring(1).replace('0', '1'), "1.00");
    api.call(503, "PUT", TRANSFERS + ID, posting, JSON);
    api.call(503, "POST", BATCHES, batch(posting, ",\"atomic\":true"), JSON);
    api.call(503, "GET", ABSENT + "/portfolio?quote=" + asset, "");
    var price = "{\"asset\":\"%s\",\"quote\":\"%s-Q\",\"price\":\"2\"}".formatted(asset, asset);
    api.call(503, "POST", PRICES, price, JSON);
  }

  private String account(String name) {
    var email = name + "-" + unique + "@example.com";
    var body = "{\"name\":\"Ada\",\"email\":\"%s\"}".formatted(email);
    return api.call(201, "POST", ACCOUNTS, body, JSON).header("Location");
  }

  private String id(String path, String body) {
    return api.call(201, "POST", path, body, JSON).json().path("id").asString();
  }

  private String opening(String name) {
    return "{\"asset\":\"%s\",\"name\":\"%s-%s\"}".formatted(asset, name, unique);
  }

  private String posting(String from, String to, String amount) {
    return """
    {"kind":"posted","reason":"tour","legs":[{"from":"%s","to":"%s","asset":"%s","amount":"%s"}]}\
    """
        .formatted(from, to, asset, amount);
  }

  private void readable(String path, String bare) {
    api.call(200, "GET", path, "");
    api.call(400, "GET", bare + "?x=1", "");
    api.call(406, "GET", path, "", IMAGES);
  }

  private void unreadable(String method, String path, String body) {
    api.call(400, method, path, "{\"x\":1}", JSON);
    api.call(406, method, path, body, IMAGES);
    api.call(413, method, path, LARGE, JSON);
    api.call(415, method, path, body, TEXT);
  }
}
