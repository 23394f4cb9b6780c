package io.clientele.testbed.service;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signs in as the first administrator of services that share one database, and renews the token in
 * time.
 */
public final class AdminSession {
  private static final System.Logger LOG = System.getLogger(AdminSession.class.getName());
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long GOOD_NANOS = TimeUnit.MINUTES.toNanos(8);

  /** The settings of the first administrator, unless a test gives others. */
  public static final Map<String, String> ADMIN =
      Map.of("ADMIN_EMAIL", "admin@example.com", "ADMIN_PASSWORD", "correct horse battery");

  private final Supplier<List<Entry>> entries;
  private String bearer = "";
  private long signedInAt;

  /** Signs in at the first of these services that answers. */
  AdminSession(Supplier<List<Entry>> entries) {
    this.entries = entries;
  }

  /**
   * One service to sign in at.
   *
   * @param sessions the resource that sessions are created at
   * @param credentials members of the request
   */
  record Entry(URI sessions, Map<String, String> credentials) {}

  /** The e-mail and password of {@link #ADMIN}, as a sign-in sends them. */
  static Map<String, String> credentials() {
    return Map.of("email", ADMIN.get("ADMIN_EMAIL"), "password", ADMIN.get("ADMIN_PASSWORD"));
  }

  /** Returns a bearer token; empty while the service cannot sign in the administrator. */
  synchronized String bearer() {
    if (bearer.isEmpty() || System.nanoTime() - signedInAt > GOOD_NANOS) {
      entries.get().forEach(this::signIn);
    }
    return bearer;
  }

  /** Discards the token; the next call signs in again. */
  synchronized void forget() {
    bearer = "";
  }

  /** Signs in; keeps the old token if the service does not answer. */
  private void signIn(Entry entry) {
    try (var client = HttpClient.newHttpClient()) {
      var body = JsonMapper.shared().writeValueAsString(entry.credentials());
      var request =
          HttpRequest.newBuilder(entry.sessions())
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
}
