package io.clientele.apikit.scenario;

import static java.util.concurrent.CompletableFuture.runAsync;

import io.clientele.apikit.client.ApiClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * Drives every documented operation to every status that it documents. Each context contributes the
 * calls of its operations; this class calls the operations that belong to none.
 */
public final class ApiScenario {
  private static final String ABSENT = "01890a5d-ac96-774b-bcce-b302099a8057";
  private static final List<String> OPEN =
      List.of(
          "/health/live",
          "/health/started",
          "/health/ready",
          "/openapi.yaml",
          "/openapi.json",
          "/docs",
          "/.well-known/jwks.json");

  private final ScenarioSession session;
  private final DatabaseOutage outage;
  private final List<ContextScenario> contexts = new ArrayList<>();

  /** Makes the database unavailable and available again. */
  public interface DatabaseOutage {
    /** Makes the database unavailable; returns when the service has noticed it. */
    void begin();

    /** Makes the database available; returns when the service has noticed it. */
    void end();
  }

  /**
   * Creates a scenario for this API, with all contexts of the service.
   *
   * @param email of an administrator, who is signed in
   * @param password of the same
   */
  public ApiScenario(ApiClient api, String email, String password, DatabaseOutage outage) {
    this.session = new ScenarioSession(api, email, password);
    this.outage = outage;
    ContextScenarios.ALL.forEach(this::with);
  }

  /** Adds the scenario of one more context; returns this scenario. */
  public ApiScenario with(Function<ScenarioSession, ContextScenario> contribution) {
    contexts.add(contribution.apply(session));
    return this;
  }

  /** Calls every operation, except for statuses that need a starting service. */
  public void run() {
    contexts.forEach(ContextScenario::run);
    refuseCallers();
    OPEN.forEach(this::open200);
    contexts.forEach(ContextScenario::prepareOutage);
    outage.begin();
    runWithoutDatabase();
    healthWithoutDatabase();
    outage.end();
    session.api().call(200, "GET", "/health/ready", "");
  }

  /** The contexts call side by side: each call waits for the database before its 503. */
  private void runWithoutDatabase() {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var runs =
          contexts.stream()
              .map(context -> runAsync(context::runWithoutDatabase, threads))
              .toArray(CompletableFuture[]::new);
      CompletableFuture.allOf(runs).join();
    }
  }

  /** Calls as an unknown caller and as a customer: 401 and 403. */
  private void refuseCallers() {
    session.api().callEach(401, ABSENT, "unknown");
    var account = session.openAccount("Grace Hopper").replaceFirst(".*/", "");
    var customer =
        session.issueKey(
            "{\"name\":\"k\",\"roles\":[\"customer\"],\"accountId\":\"%s\"}".formatted(account));
    var open =
        contexts.stream()
            .flatMap(context -> context.openToCustomers().stream())
            .toArray(String[]::new);
    session.api().callEach(403, ABSENT, customer, open);
  }

  private void open200(String path) {
    session.api().call(200, "GET", path, "");
    session.api().call(200, "HEAD", path, "");
    session.refused("GET", path);
  }

  private void healthWithoutDatabase() {
    session.api().call(503, "GET", "/health/ready", "");
    session.api().call(200, "GET", "/health/live", "");
    session.api().call(200, "GET", "/docs", "");
  }
}
