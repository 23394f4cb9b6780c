package io.clientele.apikit.client;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.OpenApi31;
import io.clientele.apikit.client.ApiOperation.Parameter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An OpenAPI 3.1 document, and what it says of an answer. */
public final class OpenApiDocument {
  private static final String IRI = "https://clientele.invalid/openapi.json";
  private static final Set<String> METHODS =
      Set.of("get", "head", "post", "put", "patch", "delete", "options");

  /**
   * Statuses that the document describes once for all operations: malformed HTTP, a slow request, a
   * request line or headers that are too long. So is 413 where an operation takes no body.
   */
  private static final Set<String> ANYWHERE = Set.of("400", "408", "414", "431");

  /** The schema of each line of NDJSON: what OpenAPI 3.2 calls itemSchema. */
  static final String ITEM_SCHEMA = "x-itemSchema";

  /** A pattern under another name: Python clients do not compile where a date-time has one. */
  private static final String PATTERN = "\"x-pattern\":";

  private final JsonNode root;
  private final List<ApiOperation> operations = new ArrayList<>();
  private final Map<String, Schema> compiled = new ConcurrentHashMap<>();

  OpenApiDocument(String json) {
    root = new JsonMapper().readTree(json.replace(PATTERN, "\"pattern\":"));
    for (var path : root.path("paths").properties()) {
      for (var member : path.getValue().properties()) {
        if (METHODS.contains(member.getKey())) {
          operations.add(operation(path, member));
        }
      }
    }
  }

  JsonNode root() {
    return root;
  }

  public List<ApiOperation> operations() {
    return operations;
  }

  /** The names of all properties of the schemas. */
  public Set<String> propertyNames() {
    var names = new TreeSet<String>();
    for (var schema : root.path("components").path("schemas")) {
      names.addAll(schema.path("properties").propertyNames());
    }
    return names;
  }

  /**
   * Returns the operation of a request, under the path with the fewest parameters; an undocumented
   * {@code HEAD} is its {@code GET}.
   */
  public Optional<ApiOperation> operation(String method, String path) {
    var isHead = method.equals("HEAD");
    return operations.stream()
        .filter(one -> one.fits(path))
        .filter(one -> one.method().equals(method) || isHead && one.method().equals("GET"))
        .min(
            Comparator.comparingInt((ApiOperation one) -> one.path().split("\\{", -1).length)
                .thenComparingInt(one -> one.method().equals(method) ? 0 : 1));
  }

  /** All in which an answer is not as it is documented. */
  public List<String> faults(ApiOperation operation, boolean isHead, ApiResponse answer) {
    var status = String.valueOf(answer.status());
    var isAnywhere =
        ANYWHERE.contains(status) || status.equals("413") && operation.bodies().isEmpty();
    if (isAnywhere && answer.body().contains("\"type\":\"about:blank\"")) {
      var faults = new ArrayList<String>();
      validate(schema("Problem"), answer.body(), "body", faults);
      return faults;
    }
    var key = operation.responses().has(status) ? status : "default";
    if (!operation.responses().has(key)) {
      return isAnywhere && isHead ? List.of() : List.of("the status is not documented");
    }
    var response = resolved(operation.responses().path(key));
    var faults = new ArrayList<String>();
    checkHeaders(response.path("headers"), answer, faults);
    if (!isHead) {
      checkBody(response.path("content"), answer, faults);
    }
    return faults;
  }

  private ApiOperation operation(
      Map.Entry<String, JsonNode> path, Map.Entry<String, JsonNode> method) {
    var node = method.getValue();
    var security = node.path("security");
    var parameters = new ArrayList<Parameter>();
    addParameters(path.getValue().path("parameters"), parameters);
    addParameters(node.path("parameters"), parameters);
    var bodies = new TreeMap<String, JsonNode>();
    for (var type : resolved(node.path("requestBody")).path("content").properties()) {
      bodies.put(type.getKey(), type.getValue().path("schema"));
    }
    return new ApiOperation(
        node.path("operationId").asString(),
        method.getKey().toUpperCase(Locale.ROOT),
        path.getKey(),
        Pattern.compile(path.getKey().replaceAll("\\{[^}]+}", "[^/]+")),
        security.isMissingNode() || needsBearer(security),
        parameters,
        bodies,
        node.path("responses"));
  }

  /** An empty requirement among the alternatives means that no token is needed. */
  private static boolean needsBearer(JsonNode alternatives) {
    return !alternatives.isEmpty() && alternatives.valueStream().noneMatch(JsonNode::isEmpty);
  }

  private void addParameters(JsonNode documented, List<Parameter> parameters) {
    for (var member : documented) {
      var parameter = resolved(member);
      parameters.add(
          new Parameter(
              parameter.path("name").asString(),
              parameter.path("in").asString(),
              parameter.path("required").asBoolean(false),
              parameter.path("schema")));
    }
  }

  private void checkHeaders(JsonNode documented, ApiResponse answer, List<String> faults) {
    for (var member : documented.properties()) {
      var header = resolved(member.getValue());
      var values = answer.headers().allValues(member.getKey());
      if (values.isEmpty() && header.path("required").asBoolean(false)) {
        faults.add("the header " + member.getKey() + " is missing");
      }
      for (var value : values) {
        validate(header.path("schema"), text(value), "header " + member.getKey(), faults);
      }
    }
  }

  private void checkBody(JsonNode content, ApiResponse answer, List<String> faults) {
    var mediaType = answer.header("Content-Type").split(";", 2)[0];
    if (content.isMissingNode()) {
      if (!answer.body().isEmpty()) {
        faults.add("there is a body where none is documented");
      }
    } else if (!content.has(mediaType)) {
      faults.add("the media type " + mediaType + " is not documented");
    } else {
      checkContent(content.path(mediaType), mediaType, answer.body(), faults);
    }
  }

  private void checkContent(
      JsonNode documented, String mediaType, String body, List<String> faults) {
    if (mediaType.endsWith("json") && !mediaType.endsWith("ndjson")) {
      validate(documented.path("schema"), body, "body", faults);
    } else {
      validate(documented.path("schema"), text(body), "body", faults);
    }
    if (documented.has(ITEM_SCHEMA)) {
      body.lines().forEach(line -> validate(documented.path(ITEM_SCHEMA), line, "line", faults));
    }
    if (mediaType.equals("application/problem+json")) {
      checkKind(documented.path("examples"), body, faults);
    }
  }

  /** The examples of an error response are exhaustive: one for each type that it may have. */
  private void checkKind(JsonNode examples, String body, List<String> faults) {
    var kinds = examples.valueStream().map(one -> kind(resolved(one).path("value"))).toList();
    var kind = kind(new JsonMapper().readTree(body));
    if (!kinds.isEmpty() && !kinds.contains(kind)) {
      faults.add("body: no example of the response is of the kind " + kind);
    }
  }

  private static String kind(JsonNode problem) {
    return problem.path("status").asInt() + " " + problem.path("type").asString();
  }

  private static String text(String value) {
    return new JsonMapper().writeValueAsString(value);
  }

  /** The schema's own references are pointers into the document, so it is read as a part of it. */
  void validate(JsonNode schema, String json, String what, List<String> faults) {
    compiled(schema)
        .validate(json, InputFormat.JSON)
        .forEach(error -> faults.add(what + ": " + error));
  }

  /** Compiling takes milliseconds, checking microseconds. */
  private Schema compiled(JsonNode schema) {
    return compiled.computeIfAbsent(schema.toString(), text -> compile(schema));
  }

  private Schema compile(JsonNode schema) {
    var whole = root.deepCopy().asObject().set("x-checked", schema).toString();
    var iri = IRI + "?" + Integer.toHexString(schema.toString().hashCode());
    return SchemaRegistry.withDefaultDialect(
            OpenApi31.getInstance(),
            registry ->
                registry
                    .schemas(Map.of(iri, whole))
                    .schemaRegistryConfig(
                        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()))
        .getSchema(SchemaLocation.of(iri + "#/x-checked"));
  }

  /** A schema by its name. */
  public JsonNode schema(String name) {
    return root.path("components").path("schemas").path(name);
  }

  /** Resolves a node, which may be a reference. */
  public JsonNode resolved(JsonNode node) {
    var reference = node.path("$ref").asString("");
    return reference.isEmpty() ? node : resolved(root.at(reference.substring(1)));
  }
}
