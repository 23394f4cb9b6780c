package io.clientele.http.exchange.problem;

import io.clientele.http.exchange.json.JsonWriter;
import io.clientele.http.telemetry.RequestTrace;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

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
          json.writeStringProperty(
              "type", problem.type() == null ? "about:blank" : "/problems/" + problem.type());
          json.writeStringProperty("title", problem.title());
          json.writeNumberProperty("status", problem.status());
          json.writeStringProperty("detail", problem.detail());
          json.writeStringProperty("instance", "/requests/" + trace.requestId());
          json.writeStringProperty("traceId", trace.traceId());
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
          if (problem.first() != null) {
            json.writeNumberProperty("first", problem.first());
          }
          json.writeEndObject();
        });
  }
}
