package io.clientele.http.documents;

import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.Responses;
import io.clientele.http.exchange.header.ContentSecurityPolicy;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.route.Routes;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Serves the OpenAPI document, and a page that shows it and sends trial requests. */
public final class ApiDocumentRoutes implements RouteGroup {
  private static final String FRONT = "operations";

  private final byte[] page = read("/docs/docs.html");
  private final Supplier<byte[]> yaml = new Lazy<>(ApiDocumentRoutes::yaml);
  private final Supplier<byte[]> json = new Lazy<>(this::json);

  @Override
  public void addTo(Routes routes) {
    var policy = ContentSecurityPolicy.of(new String(page, StandardCharsets.UTF_8));
    routes
        .open("/openapi.yaml")
        .answers("application/yaml")
        .by(http -> answer(http, ContentSecurityPolicy.NOTHING, yaml.get()));
    routes
        .open("/openapi.json")
        .by(http -> answer(http, ContentSecurityPolicy.NOTHING, json.get()));
    routes
        .open("/docs")
        .answers("text/html")
        .by(
            http -> {
              http.res().setCharacterEncoding("utf-8");
              answer(http, policy, page);
            });
  }

  private static void answer(Context http, String policy, byte[] bytes) throws IOException {
    var faults = new ValidationErrors();
    QueryParameters.of(http, faults, Set.of());
    faults.refuse();
    http.res().setHeader("Cache-Control", "no-cache");
    http.res().setHeader("Content-Security-Policy", policy);
    Responses.json(http, 200, bytes);
  }

  private static byte[] yaml() {
    try {
      var document = OpenApiFragments.ofClassPath(ApiDocumentRoutes.class.getClassLoader(), FRONT);
      return document.getBytes(StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private byte[] json() {
    return new JsonMapper().writeValueAsBytes(new YAMLMapper().readTree(yaml.get()));
  }

  private static byte[] read(String resource) {
    try (var in = ApiDocumentRoutes.class.getResourceAsStream(resource)) {
      return Objects.requireNonNull(in, resource).readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
