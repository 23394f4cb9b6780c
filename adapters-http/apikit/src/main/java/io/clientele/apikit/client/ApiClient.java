package io.clientele.apikit.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * Calls a service and compares every response with its OpenAPI document. Safe for use by many
 * threads.
 */
public final class ApiClient implements AutoCloseable {
  private static final String AUTHORIZATION = "Authorization";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI base;
  private final String bearer;
  private final OpenApiDocument document;
  private final Set<String> seen = new ConcurrentSkipListSet<>();
  private final Set<String> memberNames = new ConcurrentSkipListSet<>();

  /**
   * Creates a client of a service, which also serves its document.
   *
   * @param bearer the default token
   */
  public ApiClient(URI base, String bearer) {
    this(base, bearer, "/openapi.json");
  }

  /** Creates a client of a front whose document is at this path. */
  public ApiClient(URI base, String bearer, String path) {
    this.base = base;
    this.bearer = bearer;
    var answer = send(base, new Call("GET", path, ""));
    this.document = new OpenApiDocument(answer.body());
  }

  /**
   * Calls, and demands this status and an answer as it is documented.
   *
   * @param body empty for none
   * @param headers name and value in turn
   * @throws AssertionError if the answer is another
   */
  public ApiResponse call(
      int status, String method, String target, String body, String... headers) {
    return check(status, base, new Call(method, target, body, headers));
  }

  /**
   * Calls every operation that documents this status and authenticates its caller, without a body,
   * and requires the status.
   *
   * @param id for paths with an id
   */
  public void callEach(int status, String id, String bearer, String... but) {
    for (var operation : document.operations()) {
      if (operation.isSecured()
          && operation.responses().has(String.valueOf(status))
          && !Set.of(but).contains(operation.id())) {
        var path = operation.path().replaceAll("\\{[^}]+}", id);
        call(status, operation.method(), path, "", AUTHORIZATION, "Bearer " + bearer);
      }
    }
  }

  /**
   * Calls every operation that documents this status at another instance of the service, without a
   * body, and demands the status: nothing but that they are called is looked at.
   *
   * @param id that paths name where they name one
   */
  public void callEachAt(URI other, int status, String id) {
    for (var operation : document.operations()) {
      if (operation.responses().has(String.valueOf(status))) {
        callAt(other, status, operation.method(), operation.path().replaceAll("\\{[^}]+}", id));
      }
    }
  }

  /** Calls another instance of the service, as {@link #call} does. */
  public ApiResponse callAt(URI other, int status, String method, String target) {
    return check(status, other, new Call(method, target, ""));
  }

  /** The documented responses that were not seen yet, as operation and status. */
  public Set<String> unseen() {
    var unseen = new TreeSet<String>();
    for (var operation : document.operations()) {
      for (var status : operation.responses().propertyNames()) {
        if (!status.equals("default") && !seen.contains(operation.id() + " " + status)) {
          unseen.add(operation.id() + " " + status);
        }
      }
    }
    return unseen;
  }

  /** The names of all members of the responses so far, without those of documents. */
  public Set<String> memberNames() {
    return memberNames;
  }

  /** Which of these routes (method, blank, path) the document does not know. */
  public List<String> undocumented(Collection<String> routes) {
    return routes.stream()
        .filter(
            route -> {
              var parts = route.split(" ", 2);
              return document
                  .operation(parts[0], parts[1])
                  .filter(operation -> operation.path().equals(parts[1]))
                  .isEmpty();
            })
        .toList();
  }

  /** The violations of schemas by the document's own examples. */
  public List<String> faultsOfExamples() {
    return new OpenApiExamples(document).faults();
  }

  public OpenApiDocument document() {
    return document;
  }

  @Override
  public void close() {
    client.close();
  }

  private ApiResponse check(int status, URI at, Call call) {
    var answer = send(at, call);
    if (answer.status() != status) {
      throw new AssertionError(
          call + " answered " + answer.status() + ", not " + status + ": " + answer.body());
    }
    var operation =
        document
            .operation(call.method(), call.target().split("\\?", 2)[0])
            .orElseThrow(() -> new AssertionError(call + " is not documented"));
    var faults = document.faults(operation, call.method().equals("HEAD"), answer);
    if (!faults.isEmpty()) {
      throw new AssertionError(
          call + " answered " + status + " otherwise than documented: " + faults + answer.body());
    }
    seen.add(operation.id() + " " + status);
    if (operation.isSecured()) {
      memberNames.addAll(answer.memberNames());
    }
    return answer;
  }

  private ApiResponse send(URI at, Call call) {
    try {
      var answer = client.send(call.to(at, bearer), BodyHandlers.ofString());
      return new ApiResponse(answer.statusCode(), answer.headers(), answer.body());
    } catch (IOException broken) {
      throw new UncheckedIOException(call.toString(), broken);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /**
   * Sends one request.
   *
   * @param body empty for none
   * @param headers alternating names and values
   */
  private record Call(String method, String target, String body, List<String> headers) {
    Call(String method, String target, String body, String... headers) {
      this(method, target, body, List.of(headers));
    }

    /** Returns the request to this service; it carries the bearer unless it has its own. */
    HttpRequest to(URI at, String bearer) {
      var publisher = body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
      var request =
          HttpRequest.newBuilder(at.resolve(target)).timeout(PATIENCE).method(method, publisher);
      if (!isNamed(AUTHORIZATION)) {
        request.header(AUTHORIZATION, "Bearer " + bearer);
      }
      for (var i = 0; i < headers.size(); i += 2) {
        request.header(headers.get(i), headers.get(i + 1));
      }
      return request.build();
    }

    private boolean isNamed(String header) {
      for (var i = 0; i < headers.size(); i += 2) {
        if (headers.get(i).equalsIgnoreCase(header)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public String toString() {
      return method + " " + target;
    }
  }
}
