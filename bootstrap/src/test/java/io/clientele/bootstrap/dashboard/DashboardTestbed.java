package io.clientele.bootstrap.dashboard;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import io.clientele.bootstrap.browser.BrowserSession;
import io.clientele.bootstrap.browser.Chromium;
import io.clientele.domain.kernel.Uuid7;
import io.clientele.testbed.server.RedisProcess;
import io.clientele.testbed.service.ServiceCluster;
import io.clientele.testbed.service.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A service on real servers, a browser, and one operator of each role. All tests share it. */
public final class DashboardTestbed implements AutoCloseable {
  /** Signs the messages of the source {@code payments}. */
  static final String HOOK_SECRET = "a secret of the source that signs";

  /**
   * Ten calls a second come back to a caller: few enough for a test to spend them all. The limits
   * of an address are out of reach, since all tests have one.
   */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "RATE_LIMITS", "on",
          "RATE_LIMIT_CALLER", "1200/PT2M",
          "RATE_LIMIT_ADDRESS", "1000000/PT1M",
          "RATE_LIMIT_SIGN_IN_ADDRESS", "10000/PT1M",
          "VIEWS_FLUSH_INTERVAL", "PT1H",
          "WEBHOOK_ALLOW", "127.0.0.0/8,::1/128",
          "HOOK_SOURCES", "payments|hmac-sha256|" + HOOK_SECRET);

  /** The operators who can sign in, and their roles. */
  public enum Part {
    ADMIN,
    OPERATOR,
    AUDITOR
  }

  private final Path folder;
  private final ServiceCluster stage;
  private final Chromium chromium = new Chromium();
  private final Map<Part, Operator> operators = new EnumMap<>(Part.class);
  private final AtomicInteger made = new AtomicInteger();
  private final Random random = new Random();

  /** An operator, by the e-mail that signs in. */
  public record Operator(String id, String email) {}

  DashboardTestbed() {
    try {
      folder = Files.createTempDirectory("dashboard");
      stage = ServiceCluster.set(folder, 1, SETTINGS);
      for (var part : Part.values()) {
        operators.put(part, operator(part));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public ServiceProcess service() {
    return stage.instance(0);
  }

  RedisProcess redis() {
    return stage.redis;
  }

  /** Places a held order of two of a product as the customer of an account, and returns its id. */
  public String heldOrder(String account, String product, String currency) throws Exception {
    var customer =
        "{\"name\":\"Buyer\",\"roles\":[\"customer\"],\"accountId\":\"%s\",\"front\":\"store\"}";
    var key = service().issueKey(customer.formatted(account));
    var id = Uuid7.of(Instant.now(), random).toString();
    var order =
        "{\"currency\":\"%s\",\"lines\":[{\"productId\":\"%s\",\"quantity\":\"2\"}]}"
            .formatted(currency, product);
    send("PUT", "/store/v1/me/orders/" + id, order, "Authorization", "Bearer " + key);
    return id;
  }

  /** Books goods that came in. */
  public void receive(String product, String quantity) throws Exception {
    send(
        "POST",
        "/v1/products/" + product + "/receipts",
        "{\"quantity\":\"%s\",\"reason\":\"delivery\"}".formatted(quantity),
        "Authorization",
        "Bearer " + service().bearer(),
        "Idempotency-Key",
        UUID.randomUUID().toString());
  }

  /** Sends a request with these headers alone, which has to succeed. */
  void send(String method, String path, String body, String... headers) throws Exception {
    var request =
        HttpRequest.newBuilder(service().uri(path))
            .header("Content-Type", "application/json")
            .headers(headers)
            .method(method, BodyPublishers.ofString(body))
            .build();
    try (var client = HttpClient.newHttpClient()) {
      var answer = client.send(request, BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
      }
    }
  }

  /** Runs a statement in the database of the service. */
  void run(String sql) throws SQLException {
    stage.postgres.runIn(ServiceCluster.DATABASE, sql);
  }

  /** An operator of this part, whom no other test uses. */
  public Operator operator(Part part) {
    var number = made.incrementAndGet();
    var email = "%s%d@example.com".formatted(part.name().toLowerCase(), number);
    var json =
        """
        {"name": "%s %d", "email": "%s", "roles": ["%s"], "password": "%s"}\
        """
            .formatted(
                part.name(), number, email, part.name().toLowerCase(), BrowserSession.PASSWORD);
    try {
      var answer = service().post("/v1/operators", json);
      if (answer.statusCode() != 201) {
        throw new AssertionError("no operator: " + answer.statusCode() + " " + answer.body());
      }
      var id = answer.body().replaceFirst("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
      return new Operator(id, email);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Opens a browser session that is not signed in. */
  public BrowserSession visitor() {
    return visitor(ColorScheme.LIGHT, 1360, 900);
  }

  public BrowserSession visitor(ColorScheme theme, int width, int height) {
    var context =
        chromium.browser.newContext(
            new Browser.NewContextOptions()
                .setBaseURL(service().uri("").toString())
                .setLocale("en-GB")
                .setColorScheme(theme)
                .setViewportSize(width, height));
    return new BrowserSession(context);
  }

  /** Opens a browser session that is signed in and shows this page. */
  public BrowserSession visitor(Part part, String path) {
    return visitor().signIn(operators.get(part).email(), path);
  }

  Operator known(Part part) {
    return operators.get(part);
  }

  @Override
  public void close() throws IOException {
    chromium.close();
    stage.close();
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
