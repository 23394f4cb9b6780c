package io.clientele.apikit.scenario;

import io.clientele.apikit.client.ApiClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * What the scenarios of all contexts share: a client that is signed in as an administrator, a text
 * that is unique to this run, and common requests. Safe for use by many threads.
 */
public final class ScenarioSession {
  private static final String ACCOUNTS = "/v1/accounts";
  private static final String[] JSON = {"Content-Type", "application/json"};
  private static final String[] TEXT = {"Content-Type", "text/plain"};
  private static final String[] IMAGES = {"Accept", "image/png"};
  private static final String LARGE = "{\"name\":\"" + "a".repeat(70_000) + "\"}";

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration POLL = Duration.ofMillis(20);

  private final ApiClient api;
  private final String email;
  private final String password;
  private final String unique = Long.toHexString(System.nanoTime());
  private final AtomicInteger numbers = new AtomicInteger();

  /**
   * Creates a session with this client.
   *
   * @param email of the administrator who is signed in
   * @param password of the same
   */
  public ScenarioSession(ApiClient api, String email, String password) {
    this.api = api;
    this.email = email;
    this.password = password;
  }

  public ApiClient api() {
    return api;
  }

  /** The body of a sign-in of the administrator with this password. */
  String signIn(String typed) {
    return "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, typed);
  }

  String password() {
    return password;
  }

  /** A text of hexadecimal digits that no other run has. */
  public String unique() {
    return unique;
  }

  /** Returns a new e-mail address, unique in this run. */
  public String newEmail() {
    return "tour-" + unique + "-" + numbers.getAndIncrement() + "@example.com";
  }

  /** Opens an account; returns its path. */
  public String openAccount(String name) {
    var body = "{\"name\":\"%s\",\"email\":\"%s\"}".formatted(name, newEmail());
    return api.call(201, "POST", ACCOUNTS, body, JSON).header("Location");
  }

  /** Issues an API key, as this JSON asks for it; returns the key. */
  public String issueKey(String asked) {
    return api.call(201, "POST", "/v1/api-keys", asked, JSON).json().path("key").asString();
  }

  /**
   * Has a write queued, repeats it by its key, sends the key with another body, and waits for the
   * end of the operation; returns the operation's path.
   *
   * @param body that may have a blank behind it
   */
  public String queue(String method, String path, String body, String... headers) {
    var all = new ArrayList<>(List.of(headers));
    var key = "queued-" + unique + "-" + numbers.getAndIncrement();
    all.addAll(List.of("Prefer", "respond-async", "Idempotency-Key", key));
    var sent = all.toArray(String[]::new);
    var operation = api.call(202, method, path, body, sent).header("Location");
    api.call(202, method, path, body, sent);
    api.call(422, method, path, body + " ", sent);
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (api.call(200, "GET", operation, "").json().path("status").asString().equals("queued")) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError(method + " " + path + " is still queued");
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
    return operation;
  }

  /** Calls with an unknown parameter, and with a media type that no route has: 400 and 406. */
  public void refused(String method, String path) {
    api.call(400, method, path + "?x=1", "");
    api.call(406, method, path, "", IMAGES);
  }

  /** Calls with a body that is too large, and with media types that no route has: 413, 415, 406. */
  public void unreadable(String method, String path) {
    api.call(406, method, path, "{}", IMAGES);
    api.call(413, method, path, LARGE, JSON);
    api.call(415, method, path, "{}", TEXT);
  }
}
