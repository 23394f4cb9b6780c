package io.clientele.http.product.catalogue;

import io.clientele.http.exchange.Responses;
import io.clientele.http.exchange.header.EntityTags;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A good response of the catalogue, which may be sent to several readers. Immutable. */
final class CatalogueResponse {
  private static final int OVERHEAD_BYTES = 300;

  private final byte[] body;
  private final String tag;
  private final @Nullable String link;

  private CatalogueResponse(byte[] body, @Nullable String link) {
    this.body = body;
    this.tag = EntityTags.ofBytes(body);
    this.link = link;
  }

  static CatalogueResponse of(byte[] body) {
    return new CatalogueResponse(body, null);
  }

  /** A response with a {@code Link} to the next page; null on the last page. */
  static CatalogueResponse page(byte[] body, @Nullable String link) {
    return new CatalogueResponse(body, link);
  }

  /** About how many bytes it takes. */
  int weight() {
    return body.length + OVERHEAD_BYTES;
  }

  boolean isKnown(Predicate<String> known) {
    return known.test(tag);
  }

  /** Sends it, or 304 to a client that knows it. Only this response may be cached by clients. */
  void send(Context http, String caching, boolean isKnown) throws IOException {
    http.res().setHeader("Cache-Control", caching);
    http.res().setHeader("ETag", tag);
    if (link != null) {
      http.res().setHeader("Link", link);
    }
    if (isKnown) {
      Responses.empty(http, 304);
    } else {
      Responses.json(http, 200, body);
    }
  }
}
