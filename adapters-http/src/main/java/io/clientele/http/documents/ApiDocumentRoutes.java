package io.clientele.http.documents;

import io.clientele.domain.identity.Front;
import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.Responses;
import io.clientele.http.exchange.header.ContentSecurityPolicy;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.clientele.http.route.Route;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.route.Routes;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Serves the OpenAPI document of one front, and a page that shows it and sends trial requests. */
public final class ApiDocumentRoutes implements RouteGroup {
  private static final String STORE = "/store";

  private final Front front;
  private final String folder;
  private final byte[] page;
  private final Supplier<byte[]> yaml = new Lazy<>(this::yaml);
  private final Supplier<byte[]> json = new Lazy<>(this::json);

  /** Serves the document of this front: that of the store below {@code /store}. */
  public ApiDocumentRoutes(Front front) {
    this.front = front;
    this.folder = front == Front.STORE ? STORE : "";
    this.page = page(folder);
  }

  @Override
  public void addTo(Routes routes) {
    var policy = ContentSecurityPolicy.of(new String(page, StandardCharsets.UTF_8));
    open(routes, "/openapi.yaml")
        .answers("application/yaml")
        .by(http -> answer(http, ContentSecurityPolicy.NOTHING, yaml.get()));
    open(routes, "/openapi.json")
        .by(http -> answer(http, ContentSecurityPolicy.NOTHING, json.get()));
    open(routes, "/docs")
        .answers("text/html")
        .by(
            http -> {
              http.res().setCharacterEncoding("utf-8");
              answer(http, policy, page);
            });
  }

  private Route.Declaration open(Routes routes, String path) {
    var declared = routes.open(folder + path);
    return front == Front.STORE ? declared.ofStore() : declared;
  }

  private static void answer(Context http, String policy, byte[] bytes) throws IOException {
    var faults = new ValidationErrors();
    QueryParameters.of(http, faults, Set.of());
    faults.refuse();
    http.res().setHeader("Cache-Control", "no-cache");
    http.res().setHeader("Content-Security-Policy", policy);
    Responses.json(http, 200, bytes);
  }

  private byte[] yaml() {
    try {
      var name = front.name().toLowerCase(Locale.ROOT);
      var document = OpenApiFragments.ofClassPath(ApiDocumentRoutes.class.getClassLoader(), name);
      return document.getBytes(StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private byte[] json() {
    return new JsonMapper().writeValueAsBytes(new YAMLMapper().readTree(yaml.get()));
  }

  /** The page of the operations front, with the addresses of this folder in it. */
  private static byte[] page(String folder) {
    var page = new String(read("/docs/docs.html"), StandardCharsets.UTF_8);
    return page.replace("/openapi.", folder + "/openapi.").getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] read(String resource) {
    try (var in = ApiDocumentRoutes.class.getResourceAsStream(resource)) {
      return Objects.requireNonNull(in, resource).readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
