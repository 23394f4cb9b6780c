package io.clientele.http.product;

import io.clientele.application.product.ProductOutcome;
import io.clientele.application.product.ProductView;
import io.clientele.domain.product.Product;
import io.clientele.http.exchange.ReplayableResponse;
import io.clientele.http.exchange.header.EntityTags;
import io.clientele.http.exchange.json.JsonWriter;
import io.clientele.http.route.WriteSubject;
import io.javalin.http.Context;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** Builds responses that show a product or a price. */
final class ProductResponses {
  private static final String ALL = "/v1/products/";

  private ProductResponses() {}

  /** Returns the 201 response for a product that was created. */
  static ReplayableResponse created(Product product) {
    return of(201, ALL + product.id(), ProductView.created(product));
  }

  /** Returns the 200 response that shows a product. */
  static ReplayableResponse shown(ProductView view) {
    return of(200, null, view);
  }

  /** Returns the 201 response for a price that was added. */
  static ReplayableResponse priced(ProductOutcome.Priced priced) {
    var body = JsonWriter.write(json -> ProductJson.write(json, priced.price()));
    return new ReplayableResponse(201, null, null, new String(body, StandardCharsets.UTF_8));
  }

  /** Returns the product that a write changes. It holds no personal data. */
  static WriteSubject subject(Context http) {
    return new WriteSubject("product:" + http.pathParam("id"), null);
  }

  /** Stock and past prices change without the version, so the tag names the bytes, too. */
  private static ReplayableResponse of(int status, @Nullable String location, ProductView view) {
    var body = JsonWriter.write(json -> ProductJson.write(json, view));
    var tag = EntityTags.of(view.product().version(), number(body));
    return new ReplayableResponse(status, location, tag, new String(body, StandardCharsets.UTF_8));
  }

  private static long number(byte[] body) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(body);
      return ByteBuffer.wrap(digest).getLong() & Long.MAX_VALUE;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
