package io.clientele.http.dashboard;

import io.clientele.http.exchange.Responses;
import io.clientele.http.exchange.header.AcceptHeader;
import io.clientele.http.exchange.problem.Problem;
import io.clientele.http.exchange.problem.ProblemException;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A page that the build has made: its document, and the files that the document loads. */
final class BuiltPage {
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  private final String folder;
  private final Map<String, StaticAsset> known = new ConcurrentHashMap<>();

  /** Serves the files of this folder of the class path. */
  BuiltPage(String folder) {
    this.folder = folder;
  }

  /** Answers with the document, under this Content-Security-Policy. */
  void document(Context http, String policy) throws IOException {
    http.res().setHeader("Content-Security-Policy", policy);
    answer(http, find("/index.html").orElseThrow(BuiltPage::notBuilt), "no-cache");
  }

  /**
   * Answers 404 with the document if a browser asks, and returns false for other clients.
   *
   * @param policy the Content-Security-Policy
   */
  boolean documentOfUnknownPath(Context http, String policy) throws IOException {
    var accepted = Collections.list(http.req().getHeaders("Accept"));
    var index = find("/index.html");
    if (!http.req().getMethod().equals("GET")
        || AcceptHeader.weight("text/html", accepted)
            <= AcceptHeader.weight("application/problem+json", accepted)
        || index.isEmpty()) {
      return false;
    }
    http.res().setHeader("Content-Security-Policy", policy);
    http.res().setHeader("Cache-Control", "no-store");
    http.res().setContentType(index.get().mediaType);
    Responses.json(http, 404, index.get().bytes(false));
    return true;
  }

  /** Answers with the file that the path parameter {@code file} names. */
  void asset(Context http) throws IOException {
    var asset = find("/assets/" + http.pathParam("file"));
    answer(http, asset.orElseThrow(() -> new ProblemException(Problem.nothingHere())), FOR_EVER);
  }

  private Optional<StaticAsset> find(String name) {
    if (!name.matches("/(assets/)?[A-Za-z0-9_.-]+")) {
      return Optional.empty();
    }
    var asset = Optional.ofNullable(known.get(name)).or(() -> StaticAsset.read(folder + name));
    asset.ifPresent(found -> known.put(name, found));
    return asset;
  }

  private static void answer(Context http, StaticAsset asset, String caching) throws IOException {
    var response = http.res();
    response.setHeader("Cache-Control", caching);
    response.setHeader("ETag", asset.tag);
    response.addHeader("Vary", "Accept-Encoding");
    if (asset.tag.equals(http.req().getHeader("If-None-Match"))) {
      Responses.empty(http, 304);
      return;
    }
    var isCompressed = takesGzip(http);
    if (isCompressed) {
      response.setHeader("Content-Encoding", "gzip");
    }
    response.setContentType(asset.mediaType);
    Responses.json(http, 200, asset.bytes(isCompressed));
  }

  private static boolean takesGzip(Context http) {
    var accepted = http.req().getHeader("Accept-Encoding");
    return accepted != null
        && accepted.matches("(?i)(.*[, ])?gzip(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$)).*");
  }

  private static ProblemException notBuilt() {
    return new ProblemException(
        Problem.noSuchThing(
            "This service was built without its pages, because Node.js was missing."));
  }
}
