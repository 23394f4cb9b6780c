package io.clientele.bootstrap;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** Signs in as the first administrator of services that share one database, once in a while. */
final class Entrance {
  private static final System.Logger LOG = System.getLogger(Entrance.class.getName());
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long GOOD_NANOS = TimeUnit.MINUTES.toNanos(8);
  private static final Pattern SHOWN = Pattern.compile("(\\S+@\\S+), password (.+) \\(shown");

  private final Supplier<List<ServiceProcess>> services;
  private String bearer = "";
  private long signedInAt;

  /** Through any of these that answers. */
  Entrance(Supplier<List<ServiceProcess>> services) {
    this.services = services;
  }

  /** Empty while nobody can sign in. */
  synchronized String bearer() {
    if (bearer.isEmpty() || System.nanoTime() - signedInAt > GOOD_NANOS) {
      for (var service : services.get()) {
        signIn(service);
      }
    }
    return bearer;
  }

  /** The next one signs in anew. */
  synchronized void forget() {
    bearer = "";
  }

  /** Where that does not go, what there was before is as good as it was. */
  private void signIn(ServiceProcess service) {
    try (var client = HttpClient.newHttpClient()) {
      var body = JsonMapper.shared().writeValueAsString(credentials(service));
      var request =
          HttpRequest.newBuilder(service.uri("/v1/sessions"))
              .header("Content-Type", "application/json")
              .timeout(PATIENCE)
              .POST(BodyPublishers.ofString(body))
              .build();
      var answer = client.send(request, BodyHandlers.ofString());
      if (answer.statusCode() == 201) {
        bearer = JsonMapper.shared().readTree(answer.body()).get("accessToken").asString();
        signedInAt = System.nanoTime();
      }
    } catch (IOException away) {
      LOG.log(Level.DEBUG, "cannot sign in now", away);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** On servers of its own it has shown them; elsewhere they were given to it. */
  private static Map<String, String> credentials(ServiceProcess service) {
    var shown = SHOWN.matcher(service.output());
    return shown.find()
        ? Map.of("email", shown.group(1), "password", shown.group(2))
        : Map.of(
            "email", ServiceProcess.ADMIN.get("ADMIN_EMAIL"),
            "password", ServiceProcess.ADMIN.get("ADMIN_PASSWORD"));
  }
}
