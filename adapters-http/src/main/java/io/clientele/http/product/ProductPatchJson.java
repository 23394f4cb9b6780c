package io.clientele.http.product;

import static io.clientele.http.exchange.problem.ValidationErrors.sound;

import io.clientele.application.product.AmendProduct.Amendment;
import io.clientele.domain.kernel.text.Metadata;
import io.clientele.domain.product.Product;
import io.clientele.domain.product.ProductDetails;
import io.clientele.domain.product.ProductStatus;
import io.clientele.http.exchange.JsonObjectReader;
import io.clientele.http.exchange.MetadataJson;
import io.clientele.http.exchange.RequestBodies;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.javalin.http.Context;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Reads the body that amends a product: a merge patch (RFC 7396). The body is read once, after the
 * product was found, so that 404 comes before 400. Fields that the patch does not name stay.
 */
final class ProductPatchJson implements Function<Product, Amendment> {
  private static final String ATTRIBUTES = "attributes";
  private static final String STATUS = "status";
  private static final Set<String> FIELDS = Set.of("title", "text", ATTRIBUTES, STATUS);
  private static final Set<String> MEDIA_TYPES =
      Set.of("application/json", "application/merge-patch+json");
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Context http;
  private @Nullable JsonNode patch;

  ProductPatchJson(Context http) {
    this.http = http;
  }

  @Override
  public Amendment apply(Product stored) {
    var faults = new ValidationErrors();
    var given = patch == null ? RequestBodies.read(http, MEDIA_TYPES, faults) : patch;
    patch = given;
    var members = JsonObjectReader.of(given, FIELDS, faults);
    var before = stored.details();
    var title =
        members.has("title")
            ? members.value("title", ProductDetails::requireTitle)
            : before.title();
    var attributes =
        members.has(ATTRIBUTES)
            ? attributes(before.attributes(), members, faults)
            : before.attributes();
    var text = text(before, members);
    var status =
        members.has(STATUS)
            ? members.value(STATUS, name -> ProductCreationJson.constant(ProductStatus.class, name))
            : stored.status();
    faults.refuse();
    return new Amendment(
        new ProductDetails(sound(title), sound(text), sound(attributes)), sound(status));
  }

  /** A null removes the text. */
  private static @Nullable String text(ProductDetails before, JsonObjectReader members) {
    if (!members.has("text")) {
      return before.text();
    }
    return members.isAbsent("text") ? "" : members.value("text", ProductDetails::requireText);
  }

  /** Applies the patch pair by pair: a null removes a pair, and a null for all removes all. */
  private static @Nullable Metadata attributes(
      Metadata before, JsonObjectReader members, ValidationErrors faults) {
    var patch = members.node().path(ATTRIBUTES);
    if (!patch.isObject()) {
      return ProductCreationJson.attributes(members, faults);
    }
    var merged = NODES.objectNode();
    before.entries().forEach(merged::put);
    for (var pair : patch.properties()) {
      if (pair.getValue().isNull()) {
        merged.remove(pair.getKey());
      } else {
        merged.set(pair.getKey(), pair.getValue());
      }
    }
    return MetadataJson.read(
        NODES.objectNode().set(ATTRIBUTES, merged), members.pointer(), ATTRIBUTES, faults);
  }
}
