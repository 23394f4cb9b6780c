/** Checks a running server against its own OpenAPI document. */
@SuppressWarnings("requires-automatic")
module io.clientele.apikit {
  requires static org.jspecify;
  requires transitive java.net.http;
  requires transitive tools.jackson.databind;
  requires com.networknt.schema;
  requires tools.jackson.core;
  requires tools.jackson.dataformat.yaml;

  exports io.clientele.apikit.client;
  exports io.clientele.apikit.compatibility;
  exports io.clientele.apikit.fuzz;
  exports io.clientele.apikit.scenario;
}
