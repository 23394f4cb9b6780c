package io.clientele.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The API's own description, and a page to read and try it; all of it from this jar. */
public final class Documents {
  private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

  private final byte[] yaml = read("/openapi.yaml");
  private final byte[] page = read("/docs/docs.html");
  private final Supplier<byte[]> json = new Once<>(this::json);

  /** Registers them; anyone may read. */
  public void addTo(Routes routes) {
    var policy = policy(new String(page, StandardCharsets.UTF_8));
    routes.open("/openapi.yaml", "application/yaml", http -> answer(http, NOTHING, yaml));
    routes.open("/openapi.json", Routes.JSON, http -> answer(http, NOTHING, json.get()));
    routes.open(
        "/docs",
        "text/html",
        http -> {
          http.res().setCharacterEncoding("utf-8");
          answer(http, policy, page);
        });
  }

  private static void answer(Context http, String policy, byte[] bytes) throws IOException {
    var faults = new Faults();
    Query.of(http, faults, Set.of());
    faults.refuse();
    http.res().setHeader("Cache-Control", "no-cache");
    http.res().setHeader("Content-Security-Policy", policy);
    Answers.json(http, 200, bytes);
  }

  private byte[] json() {
    return new JsonMapper().writeValueAsBytes(new YAMLMapper().readTree(yaml));
  }

  /**
   * The page may run its own script and style, known by their digests, and ask this service alone.
   */
  private static String policy(String page) {
    return "default-src 'none'; connect-src 'self'; img-src data:; script-src %s; style-src %s;"
            .formatted(digest(page, "script"), digest(page, "style"))
        + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  }

  private static String digest(String page, String element) {
    var begin = page.indexOf("<" + element + ">") + element.length() + 2;
    var text = page.substring(begin, page.indexOf("</" + element + ">"));
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      var digest = sha256.digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  private static byte[] read(String resource) {
    try (var in = Documents.class.getResourceAsStream(resource)) {
      return Objects.requireNonNull(in, resource).readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
