package io.clientele.apikit.fuzz;

import io.clientele.apikit.client.ApiClient;
import io.clientele.apikit.client.ApiOperation;
import io.clientele.apikit.client.ApiResponse;
import io.clientele.apikit.client.OpenApiDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;

/**
 * Sends valid, nearly valid and hostile requests that are generated from the service's document,
 * and checks every response: none is a 5xx, none shows internals, each is documented.
 */
public final class ApiFuzzer {
  private static final Pattern INSIDE =
      Pattern.compile(
          "\\tat |Exception|java\\.|io\\.clientele|jetty|javalin|postgres|SQLSTATE|<html",
          Pattern.CASE_INSENSITIVE);
  private static final int FAULTS_MAX = 20;
  private static final int REFUSAL_MAX = 64 * 1024;

  private final URI base;
  private final Callers callers;
  private final OpenApiDocument document;
  private final long seed;
  private final RequestGenerator fuzzer;
  private final Map<String, LongAdder> answers = new ConcurrentHashMap<>();
  private final Set<String> memberNames = new ConcurrentSkipListSet<>();
  private final ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();

  /** The callers whose tokens the requests carry. */
  public interface Callers {
    /** Bearer tokens of all callers, each good now. */
    List<String> tokens();

    /** The token of this caller was refused: it signed out, or its time is over. */
    void renew(int caller, String refused);
  }

  /** Creates a fuzzer of a service. The seed determines every request. */
  public ApiFuzzer(URI base, CanaryData planted, Callers callers, long seed) {
    this(new ApiClient(base, ""), base, planted, callers, seed);
  }

  /** Creates a fuzzer of the front whose document this client has, which it closes. */
  public ApiFuzzer(ApiClient api, URI base, CanaryData planted, Callers callers, long seed) {
    this.base = base;
    this.callers = callers;
    this.seed = seed;
    try (api) {
      this.document = api.document();
    }
    this.fuzzer = new RequestGenerator(document, planted, seed);
  }

  /**
   * Sends requests {@code from} to {@code to}, exclusively, over this many connections.
   *
   * @return the failures, each with its seed and number
   */
  public List<String> run(long from, long to, int connections) throws InterruptedException {
    var next = new AtomicLong(from);
    var threads = new ArrayList<Thread>();
    for (var i = 0; i < connections; i++) {
      threads.add(Thread.ofPlatform().start(() -> send(next, to)));
    }
    for (var thread : threads) {
      thread.join();
    }
    return List.copyOf(faults);
  }

  /** How often each operation was answered with each class of status. */
  public Map<String, LongAdder> answers() {
    return answers;
  }

  /** The names of all members of the responses, without those of documents. */
  public Set<String> memberNames() {
    return memberNames;
  }

  private void send(AtomicLong next, long to) {
    try (var line = new ReconnectingClient(base)) {
      for (var number = next.getAndIncrement();
          number < to && faults.size() < FAULTS_MAX;
          number = next.getAndIncrement()) {
        send(number, line);
      }
    } catch (IOException unclosed) {
      throw new UncheckedIOException(unclosed);
    }
  }

  private void send(long number, ReconnectingClient line) {
    var tokens = callers.tokens();
    var request = fuzzer.request(number, tokens);
    try {
      var answer = line.exchange(request);
      check(number, request, answer);
      if (answer.status() == 401 && request.caller() >= 0) {
        callers.renew(request.caller(), tokens.get(request.caller()));
      }
    } catch (IOException broken) {
      tell(number, request, "no answer: " + broken);
    }
  }

  private void check(long number, FuzzedRequest request, ApiResponse answer) {
    var id = answer.header("X-Request-Id");
    if (id.startsWith("fuzz-") && !id.equals(RequestGenerator.id(number))) {
      tell(number, request, "the response belongs to " + id);
    }
    var operation = document.operation(request.method(), request.path());
    if (operation.filter(ApiOperation::isSecured).isPresent()) {
      memberNames.addAll(answer.memberNames());
    }
    answers
        .computeIfAbsent(
            operation.map(ApiOperation::id).orElse("none") + " " + answer.status() / 100 + "xx",
            key -> new LongAdder())
        .increment();
    if (answer.status() >= 500 && !isBusy(operation, answer)) {
      tell(number, request, answer.status() + " " + answer.body());
    }
    var isError = answer.status() >= 400;
    if (isError && answer.body().length() > REFUSAL_MAX) {
      tell(number, request, "a refusal of " + answer.body().length() + " characters");
    }
    if (isError && INSIDE.matcher(answer.body()).find()) {
      tell(number, request, "it tells what is inside: " + answer.body());
    }
    var type = answer.header("Content-Type");
    var isHead = request.method().equals("HEAD");
    if (isError && !isHead && !type.startsWith("application/problem+json")) {
      tell(number, request, answer.status() + " of type " + type + ": " + answer.body());
    }
    if (operation.isPresent()) {
      var wrong = document.faults(operation.get(), isHead, answer);
      if (!wrong.isEmpty()) {
        tell(number, request, answer.status() + " " + wrong + answer.body());
      }
    }
  }

  /** An operation with its own limits may answer that it is busy. */
  private static boolean isBusy(Optional<ApiOperation> operation, ApiResponse answer) {
    return answer.status() == 503 && operation.filter(RequestGenerator::isHeavy).isPresent();
  }

  private void tell(long number, FuzzedRequest request, String fault) {
    faults.add("seed " + seed + ", request " + number + ": " + fault + "\n" + request.wire());
  }
}
