package io.clientele.bootstrap.dashboard;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import io.clientele.testbed.server.RedisProcess;
import io.clientele.testbed.service.ServiceCluster;
import io.clientele.testbed.service.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A service on real servers, a browser, and one operator of each role. All tests share it. */
final class DashboardTestbed implements AutoCloseable {
  /** Ten calls a second come back to a caller: few enough for a test to spend them all. */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "RATE_LIMITS", "on",
          "RATE_LIMIT_CALLER", "1200/PT2M",
          "VIEWS_FLUSH_INTERVAL", "PT1H");

  /** The operators who can sign in, and their roles. */
  enum Part {
    ADMIN,
    OPERATOR,
    AUDITOR
  }

  private final Path folder;
  private final ServiceCluster stage;
  private final Chromium chromium = new Chromium();
  private final Map<Part, Operator> operators = new EnumMap<>(Part.class);
  private final AtomicInteger made = new AtomicInteger();

  /** An operator, by the e-mail that signs in. */
  record Operator(String id, String email) {}

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

  ServiceProcess service() {
    return stage.instance(0);
  }

  RedisProcess redis() {
    return stage.redis;
  }

  /** An operator of this part, whom no other test uses. */
  Operator operator(Part part) {
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
  BrowserSession visitor() {
    return visitor(ColorScheme.LIGHT, 1360, 900);
  }

  BrowserSession visitor(ColorScheme theme, int width, int height) {
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
  BrowserSession visitor(Part part, String path) {
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
