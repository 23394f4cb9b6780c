package io.clientele.apikit.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.clientele.apikit.client.ApiOperation;
import io.clientele.apikit.client.ApiOperation.Parameter;
import io.clientele.apikit.client.OpenApiDocument;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Makes requests from a document; one seed and number always make the same one. */
final class RequestGenerator {
  /** Steps that lie far apart, so that neighbours have nothing in common. */
  private static final long STEP = 0x9e3779b97f4a7c15L;

  private static final int WEIGHT = 12;
  private static final String HEAVY =
      "POST /v1/(sessions|view-flushes|operators|accounts/import).*|PATCH /v1/operators.*"
          + "|GET /v1/(audit/verification|accounts/export|events).*";

  /** Of a response that does not end; a client that waits for its end learns nothing. */
  private static final String ENDLESS = "text/event-stream";

  private static final String REQUEST_ID = "X-Request-Id";

  private final OpenApiDocument document;
  private final CanaryData planted;
  private final List<ApiOperation> weighted = new ArrayList<>();
  private final long seed;

  RequestGenerator(OpenApiDocument document, CanaryData planted, long seed) {
    this.document = document;
    this.planted = planted;
    this.seed = seed;
    for (var operation : document.operations()) {
      var isEndless = operation.responses().path("200").path("content").has(ENDLESS);
      for (var i = isHeavy(operation) ? WEIGHT - 1 : 0; i < WEIGHT && !isEndless; i++) {
        weighted.add(operation);
      }
    }
  }

  /** Whether it is slow, and therefore called rarely. */
  static boolean isHeavy(ApiOperation operation) {
    return (operation.method() + " " + operation.path()).matches(HEAVY);
  }

  /** The request of this number, which may bear one of these tokens. */
  FuzzedRequest request(long number, List<String> tokens) {
    var builder = new RequestBuilder(new SplittableRandom(seed + number * STEP));
    return builder.request(tokens, id(number));
  }

  /** The request id of a request, unless the request bears a hostile one. */
  static String id(long number) {
    return "fuzz-" + number;
  }

  /** The decisions of one request. */
  private final class RequestBuilder {
    private final RandomGenerator random;
    private final SchemaValues values;
    private final ApiOperation operation;
    private final int faults;
    private final StringBuilder head = new StringBuilder();

    RequestBuilder(RandomGenerator random) {
      this.random = random;
      this.values = new SchemaValues(document, planted, random);
      this.operation = weighted.get(random.nextInt(weighted.size()));
      this.faults = Math.max(0, random.nextInt(6) - 2);
    }

    FuzzedRequest request(List<String> tokens, String id) {
      var method =
          rarely(40)
              ? pick("PUT", "TRACE", "OPTIONS", "CONNECT", "GET", "POST", "DELETE", "PATCH", "gEt")
              : operation.method();
      var target = asSent(target());
      header("Host", "localhost");
      var caller = random.nextInt(8) == 0 ? -1 : random.nextInt(tokens.size());
      header(
          "Authorization",
          caller < 0 ? "Bearer " + HostileValues.text(random) : "Bearer " + tokens.get(caller));
      documented("header").forEach(each -> header(each.name(), value(each)));
      if (rarely(15)) {
        header(pick("Accept", REQUEST_ID, "traceparent", "Origin", "Prefer", "Cookie"), any());
      }
      if (rarely(15)) {
        header(
            pick("X-HTTP-Method-Override", "X-Method-Override", "X-HTTP-Method"),
            pick("GET", "POST", "PATCH", "DELETE", "PUT", "TRACE", any()));
      }
      if (head.indexOf(REQUEST_ID) < 0) {
        header(REQUEST_ID, id);
      }
      var body = body();
      if (body != null) {
        header("Content-Length", Integer.toString(body.length));
      }
      var request = new ByteArrayOutputStream();
      request.writeBytes((method + " " + target + " HTTP/1.1\r\n" + head + "\r\n").getBytes(UTF_8));
      request.writeBytes(body == null ? new byte[0] : body);
      return new FuzzedRequest(method, target, caller, request.toString(ISO_8859_1));
    }

    private String target() {
      var path = operation.path();
      for (var parameter : documented("path")) {
        path = path.replace('{' + parameter.name() + '}', encoded(value(parameter)));
      }
      var query = new StringBuilder();
      for (var parameter : documented("query")) {
        var pair = parameter.name() + '=' + encoded(value(parameter)) + '&';
        query.append(rarely(30) ? pair + pair : pair);
      }
      if (rarely(20)) {
        query.append(encoded(any())).append('=').append(encoded(any()));
      }
      return query.isEmpty() ? path : path + '?' + query.toString().replaceFirst("&$", "");
    }

    /** A character that UTF-8 cannot encode is sent as a question mark, which starts a query. */
    private static String asSent(String text) {
      return new String(text.getBytes(UTF_8), UTF_8);
    }

    private List<Parameter> documented(String in) {
      return operation.parameters().stream()
          .filter(parameter -> parameter.in().equals(in))
          .filter(parameter -> parameter.required() || random.nextInt(3) == 0)
          .toList();
    }

    private String value(Parameter parameter) {
      return rarely(faults == 0 ? 50 : 4)
          ? any()
          : values.value(parameter.name(), parameter.schema()).asString("1");
    }

    private String any() {
      return HostileValues.text(random);
    }

    /** Mostly encoded; sometimes raw, as far as a request line can contain it. */
    private String encoded(String text) {
      return rarely(20)
          ? text.replaceAll("[\\s?#]", "")
          : URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    private byte @Nullable [] body() {
      if (operation.bodies().isEmpty() ? !rarely(30) : rarely(30)) {
        return null;
      }
      var types = new ArrayList<>(operation.bodies().keySet());
      types.add("application/json");
      var type = types.get(random.nextInt(Math.max(1, types.size() - 1)));
      header("Content-Type", rarely(30) ? pick("text/plain", "application/xml", any()) : type);
      var schema = operation.bodies().getOrDefault(type, document.schema("AccountCreation"));
      var bodies = new FuzzedBodies(values, random);
      var text = bodies.body(type, schema, document.schema("AccountCreation"), faults);
      return text.getBytes(rarely(40) ? ISO_8859_1 : UTF_8);
    }

    private void header(String name, String value) {
      head.append(name).append(": ").append(value.replaceAll("[\r\n]", " ")).append("\r\n");
    }

    private String pick(String... texts) {
      return texts[random.nextInt(texts.length)];
    }

    private boolean rarely(int oneOf) {
      return random.nextInt(oneOf) == 0;
    }
  }
}
