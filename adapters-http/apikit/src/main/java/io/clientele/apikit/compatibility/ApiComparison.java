package io.clientele.apikit.compatibility;

import static io.clientele.apikit.compatibility.ApiChange.Kind.ADDED;
import static io.clientele.apikit.compatibility.ApiChange.Kind.BREAKING;
import static io.clientele.apikit.compatibility.ApiChange.Kind.RENAMED;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Compares two OpenAPI 3.1 documents: paths, methods, security, parameters, bodies, statuses,
 * headers, media types and schemas. Descriptions and examples are not compared.
 */
public final class ApiComparison {
  private static final Set<String> METHODS =
      Set.of("get", "head", "post", "put", "patch", "delete", "options");

  private final ComparedDocument before;
  private final ComparedDocument after;
  private final Set<ApiChange> changes = new LinkedHashSet<>();
  private final SchemaComparison requests;
  private final SchemaComparison responses;

  private final Set<String> compared = new HashSet<>();

  private interface Comparison {
    void compare(String place, JsonNode known, JsonNode current);
  }

  private ApiComparison(ComparedDocument before, ComparedDocument after) {
    this.before = before;
    this.after = after;
    requests = SchemaComparison.ofRequests(before, after, changes);
    responses = SchemaComparison.ofResponses(before, after, changes);
  }

  /**
   * Returns the differences between two documents in the order of the old one, each once.
   *
   * @param before the old document as YAML or JSON
   * @param after the new document as YAML or JSON
   */
  public static List<ApiChange> between(String before, String after) {
    var comparison = new ApiComparison(new ComparedDocument(before), new ComparedDocument(after));
    comparison.compareOperations();
    comparison.compareComponentNames();
    return List.copyOf(comparison.changes);
  }

  private void compareOperations() {
    var known = operations(before);
    var current = operations(after);
    compareKeys("", known.keySet(), current.keySet());
    for (var operation : known.entrySet()) {
      var now = current.get(operation.getKey());
      if (now != null) {
        compareOperation(operation.getKey(), operation.getValue(), now);
      }
    }
  }

  /** Returns the operations by method and path. Each has the parameters of its path too. */
  private static Map<String, JsonNode> operations(ComparedDocument document) {
    var operations = new TreeMap<String, JsonNode>();
    for (var path : document.root().path("paths").properties()) {
      for (var member : path.getValue().properties()) {
        if (METHODS.contains(member.getKey())) {
          var operation = member.getValue().deepCopy().asObject();
          operation.withArray("parameters").addAll(path.getValue().path("parameters").values());
          operations.put(member.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), operation);
        }
      }
    }
    return operations;
  }

  private void compareOperation(String place, JsonNode known, JsonNode current) {
    var name = known.path("operationId").asString("");
    var newName = current.path("operationId").asString("");
    if (!name.equals(newName)) {
      changes.add(new ApiChange(RENAMED, place, "operationId was " + name + " and is " + newName));
    }
    var credentials = security(before, known);
    var newCredentials = security(after, current);
    if (!credentials.stream().allMatch(those -> areEnough(those, newCredentials))) {
      breaks(place, "security was " + credentials + " and is " + newCredentials);
    }
    compareParameters(place, parameters(before, known), parameters(after, current));
    compareBodies(
        place + " body",
        before.resolved(known.path("requestBody")),
        after.resolved(current.path("requestBody")));
    var statuses = current.path("responses");
    compareKeys(place + " ", known.path("responses").propertyNames(), statuses.propertyNames());
    for (var response : known.path("responses").properties()) {
      if (statuses.has(response.getKey())) {
        compareOnce(
            place + " " + response.getKey(),
            response.getValue(),
            statuses.get(response.getKey()),
            this::compareResponses);
      }
    }
  }

  /** Returns the alternatives. One without a scheme means that no credentials are needed. */
  private static Set<JsonNode> security(ComparedDocument document, JsonNode operation) {
    var own = operation.path("security");
    var alternatives = own.isMissingNode() ? document.root().path("security") : own;
    return alternatives.isEmpty()
        ? Set.of(JsonNodeFactory.instance.objectNode())
        : new LinkedHashSet<>(alternatives.values());
  }

  private static boolean areEnough(JsonNode credentials, Set<JsonNode> alternatives) {
    return alternatives.stream()
        .anyMatch(wanted -> credentials.propertyNames().containsAll(wanted.propertyNames()));
  }

  private static Map<String, JsonNode> parameters(ComparedDocument document, JsonNode operation) {
    var parameters = new TreeMap<String, JsonNode>();
    for (var member : operation.path("parameters")) {
      var parameter = document.resolved(member);
      parameters.put(
          parameter.path("in").asString() + " " + parameter.path("name").asString(), parameter);
    }
    return parameters;
  }

  private void compareParameters(
      String place, Map<String, JsonNode> known, Map<String, JsonNode> current) {
    compareKeys(place + " ", known.keySet(), current.keySet());
    for (var parameter : current.entrySet()) {
      var where = place + " " + parameter.getKey();
      var now = parameter.getValue();
      var then = known.get(parameter.getKey());
      if (isRequired(now) && (then == null || !isRequired(then))) {
        breaks(where, "is required now");
      }
      if (then != null) {
        for (var keyword : List.of("style", "explode")) {
          if (!then.path(keyword).equals(now.path(keyword))) {
            breaks(where, keyword + " is another");
          }
        }
        requests.compare(where, then.path("schema"), now.path("schema"));
      }
    }
  }

  private void compareBodies(String place, JsonNode known, JsonNode current) {
    if (isRequired(current) && !isRequired(known)) {
      breaks(place, "is required now");
    }
    compareContents(place, requests, known.path("content"), current.path("content"));
  }

  private void compareResponses(String place, JsonNode known, JsonNode current) {
    compareContents(place, responses, known.path("content"), current.path("content"));
    var headers = current.path("headers");
    compareKeys(place + " ", known.path("headers").propertyNames(), headers.propertyNames());
    for (var header : known.path("headers").properties()) {
      if (headers.has(header.getKey())) {
        var where = place + " " + header.getKey();
        compareOnce(where, header.getValue(), headers.get(header.getKey()), this::compareHeaders);
      }
    }
  }

  private void compareHeaders(String place, JsonNode known, JsonNode current) {
    if (isRequired(known) && !isRequired(current)) {
      breaks(place, "is no longer always present");
    }
    responses.compare(place, known.path("schema"), current.path("schema"));
  }

  /**
   * Compares the resolved values of two nodes. A pair of components is compared once, under its
   * name.
   */
  private void compareOnce(String place, JsonNode known, JsonNode current, Comparison comparison) {
    var name = ComparedDocument.reference(known);
    var newName = ComparedDocument.reference(current);
    var isComponent = !name.isEmpty() && !newName.isEmpty();
    if (!isComponent || compared.add(name + " " + newName)) {
      comparison.compare(
          isComponent ? newName.substring(2) : place,
          before.resolved(known),
          after.resolved(current));
    }
  }

  private void compareContents(
      String place, SchemaComparison schemas, JsonNode known, JsonNode current) {
    compareKeys(place + " ", known.propertyNames(), current.propertyNames());
    for (var content : known.properties()) {
      var now = current.path(content.getKey());
      for (var schema : List.of("schema", "x-itemSchema")) {
        var where = place + " " + content.getKey() + (schema.equals("schema") ? "" : " line");
        if (content.getValue().has(schema) && now.has(schema)) {
          schemas.compare(where, content.getValue().path(schema), now.path(schema));
        }
      }
    }
  }

  private void compareComponentNames() {
    for (var section : before.root().path("components").properties()) {
      var current = after.root().path("components").path(section.getKey());
      for (var name : section.getValue().propertyNames()) {
        if (!current.has(name)) {
          changes.add(
              new ApiChange(RENAMED, "components/" + section.getKey() + "/" + name, "is gone"));
        }
      }
    }
  }

  private void compareKeys(String prefix, Collection<String> known, Collection<String> current) {
    for (var key : known) {
      if (!current.contains(key)) {
        breaks(prefix + key, "is gone");
      }
    }
    for (var key : current) {
      if (!known.contains(key)) {
        changes.add(new ApiChange(ADDED, prefix + key, "is new"));
      }
    }
  }

  private static boolean isRequired(JsonNode node) {
    return node.path("required").asBoolean(false);
  }

  private void breaks(String place, String what) {
    changes.add(new ApiChange(BREAKING, place, what));
  }
}
