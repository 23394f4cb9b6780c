package io.clientele.http.exchange.problem;

import io.clientele.http.exchange.json.JsonWriter;
import io.clientele.http.telemetry.RequestTrace;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Writes a problem as JSON. */
public final class ProblemJson {
  public static final String MEDIA_TYPE = "application/problem+json";

  private ProblemJson() {}

  /** Answers with a problem, in place of any response that was prepared and not yet sent. */
  public static void send(Problem problem, RequestTrace trace, HttpServletResponse response)
      throws IOException {
    var bytes = write(problem, trace);
    response.resetBuffer();
    response.setStatus(problem.status());
    problem.headers().forEach(response::setHeader);
    response.setContentType(null); // else the charset that JSON implies is spelled out
    response.setContentType(MEDIA_TYPE);
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }

  public static byte[] write(Problem problem, RequestTrace trace) {
    return JsonWriter.write(
        json -> {
          json.writeStartObject();
          writeKind(json, problem);
          json.writeStringProperty("instance", "/requests/" + trace.requestId());
          json.writeStringProperty("traceId", trace.traceId());
          writeMembers(json, problem);
          json.writeEndObject();
        });
  }

  /** Writes a problem of one part of a request, which is no response of its own. */
  public static void writePart(JsonGenerator json, Problem problem) {
    json.writeStartObject();
    writeKind(json, problem);
    writeMembers(json, problem);
    json.writeEndObject();
  }

  private static void writeKind(JsonGenerator json, Problem problem) {
    json.writeStringProperty(
        "type", problem.type() == null ? "about:blank" : "/problems/" + problem.type());
    json.writeStringProperty("title", problem.title());
    json.writeNumberProperty("status", problem.status());
    json.writeStringProperty("detail", problem.detail());
  }

  private static void writeMembers(JsonGenerator json, Problem problem) {
    if (!problem.errors().isEmpty()) {
      json.writeArrayPropertyStart("errors");
      for (var fault : problem.errors()) {
        json.writeStartObject();
        json.writeStringProperty(fault.in(), fault.at());
        json.writeStringProperty("detail", fault.detail());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    if (!problem.dependencies().isEmpty()) {
      JsonWriter.writeStates(json, "dependencies", problem.dependencies());
    }
    problem.members().forEach((name, value) -> writeMember(json, name, value));
  }

  private static void writeMember(JsonGenerator json, String name, Object value) {
    switch (value) {
      case Number number -> json.writeNumberProperty(name, number.longValue());
      case List<?> texts -> {
        json.writeArrayPropertyStart(name);
        texts.forEach(text -> json.writeString(String.valueOf(text)));
        json.writeEndArray();
      }
      case JsonWriter.Body body -> {
        json.writeName(name);
        body.writeTo(json);
      }
      default -> json.writeStringProperty(name, value.toString());
    }
  }
}
