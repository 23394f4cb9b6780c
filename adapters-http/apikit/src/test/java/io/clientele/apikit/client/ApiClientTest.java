package io.clientele.apikit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The kit must turn red: here a service answers otherwise than it documents, in every way. */
class ApiClientTest {
  private static final String DOCUMENT =
      """
      {"openapi":"3.1.1","info":{"title":"Things","version":"1"},"paths":{"/things/{id}":{"get":{
        "operationId":"readThing","responses":{
          "200":{"$ref":"#/components/responses/Thing"},
          "204":{"description":"None."},
          "409":{"description":"Taken.","content":{"application/problem+json":{
            "schema":{"type":"object"},
            "examples":{"taken":{"value":{"status":409,"type":"/problems/taken"}}}}}}}}}},
      "components":{
        "responses":{"Thing":{"description":"One.",
          "headers":{"X-Size":{"required":true,"schema":{"type":"string","pattern":"^[0-9]+$"}}},
          "content":{"application/json":{"schema":{"$ref":"#/components/schemas/Thing"},
            "examples":{"good":{"value":{"at":"2026-11-20T12:00:00Z"}},"bad":{"value":{}}}},
            "application/x-ndjson":{"schema":{"type":"string","maxLength":200},
              "x-itemSchema":{"$ref":"#/components/schemas/Thing"}}}}},
        "schemas":{"Thing":{"type":"object","required":["at"],"additionalProperties":false,
          "properties":{"at":{"$ref":"#/components/schemas/Instant"}}},
          "Instant":{"type":"string","format":"date-time"}}}}
      """;
  private static final String SOUND = "{\"at\":\"2026-11-20T12:00:00Z\"}";

  private HttpServer server;
  private ApiClient api;
  private int status = 200;
  private String mediaType = "application/json";
  private String size = "1";
  private String body = SOUND;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          var isDocument = exchange.getRequestURI().getPath().equals("/openapi.json");
          var bytes = (isDocument ? DOCUMENT : body).getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", mediaType);
          if (size != null) {
            exchange.getResponseHeaders().add("X-Size", size);
          }
          exchange.sendResponseHeaders(isDocument ? 200 : status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    api = new ApiClient(URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "anyone");
  }

  @AfterEach
  void stop() {
    api.close();
    server.stop(0);
  }

  @Test
  void aDocumentedResponsePassesAndIsRecorded() {
    assertThat(api.unseen()).containsExactly("readThing 200", "readThing 204", "readThing 409");
    api.call(200, "GET", "/things/1?x=y", "");
    assertThat(api.unseen()).containsExactly("readThing 204", "readThing 409");
  }

  @Test
  void anUnexpectedStatusFails() {
    assertThatThrownBy(() -> api.call(204, "GET", "/things/1", ""))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("not 204");
    assertThat(api.unseen()).hasSize(3);
  }

  @Test
  void anUndocumentedStatusFails() {
    status = 202;
    isRed("the status is not documented");
  }

  @Test
  void aMissingOrUndocumentedHeaderFails() {
    size = null;
    isRed("header X-Size is missing");
    size = "large";
    isRed("header X-Size");
  }

  @Test
  void anUndocumentedMediaTypeFails() {
    mediaType = "text/html";
    isRed("text/html is not documented");
  }

  @Test
  void aBodyOutsideItsSchemaFails() {
    for (var wrong : List.of("{}", "[]", "{\"at\":1}", "{\"at\":\"noon\"}", "{\"at\":null}")) {
      body = wrong;
      isRed("body");
    }
    body = SOUND.replace("}", ",\"secret\":1}");
    isRed("secret");
  }

  @Test
  void anUnexpectedLineOrTextFails() {
    mediaType = "application/x-ndjson";
    body = SOUND + "\n" + SOUND + "\n";
    api.call(200, "GET", "/things/1", "");
    body = SOUND + "\n{}\n";
    isRed("line");
    body = (SOUND + "\n").repeat(10);
    isRed("body");
  }

  @Test
  void aProblemWithoutAnExampleFails() {
    mediaType = "application/problem+json";
    status = 409;
    body = "{\"status\":409,\"type\":\"/problems/taken\"}";
    api.call(409, "GET", "/things/1", "");
    body = "{\"status\":409,\"type\":\"/problems/closed\"}";
    isRed("409 /problems/closed");
  }

  @Test
  void anUndocumentedRequestFails() {
    assertThatThrownBy(() -> api.call(200, "GET", "/others", ""))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("not documented");
    assertThat(
            api.undocumented(List.of("GET /things/{id}", "HEAD /things/{id}", "PUT /things/{id}")))
        .containsExactly("PUT /things/{id}");
  }

  @Test
  void anExampleOutsideItsSchemaIsReported() {
    assertThat(api.faultsOfExamples()).singleElement().asString().contains("example bad");
  }

  private void isRed(String why) {
    assertThatThrownBy(() -> api.call(status, "GET", "/things/1", ""))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(why);
  }
}
