package io.clientele.http.product;

import static io.clientele.http.exchange.problem.ValidationErrors.sound;

import io.clientele.application.product.CreateProduct;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.kernel.text.Metadata;
import io.clientele.domain.ledger.Asset;
import io.clientele.domain.ledger.AssetCode;
import io.clientele.domain.product.ProductDetails;
import io.clientele.domain.product.ProductStatus;
import io.clientele.domain.product.ProductUnit;
import io.clientele.domain.product.Sku;
import io.clientele.http.exchange.JsonObjectReader;
import io.clientele.http.exchange.MetadataJson;
import io.clientele.http.exchange.RequestBodies;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the body that creates a product. */
final class ProductCreationJson {
  private static final Set<String> FIELDS =
      Set.of("sku", "title", "text", "attributes", "kind", "asset", "scale", "status");
  private static final Set<String> MEDIA_TYPES = Set.of("application/json");

  private ProductCreationJson() {}

  /** Reads the body; answers all its faults with 400. */
  static CreateProduct.Request read(Context http) {
    var faults = new ValidationErrors();
    var members =
        JsonObjectReader.of(RequestBodies.read(http, MEDIA_TYPES, faults), FIELDS, faults);
    var sku = members.value("sku", Sku::new);
    var title = members.value("title", ProductDetails::requireTitle);
    var text = members.optionalValue("text", ProductDetails::requireText);
    var attributes = attributes(members, faults);
    var unit = unit(members);
    var status = members.optionalValue("status", given -> constant(ProductStatus.class, given));
    faults.refuse();
    var details = new ProductDetails(sound(title), text == null ? "" : text, sound(attributes));
    return new CreateProduct.Request(
        sound(sku), details, sound(unit), status == null ? ProductStatus.DRAFT : status);
  }

  static @Nullable Metadata attributes(JsonObjectReader members, ValidationErrors faults) {
    return MetadataJson.read(members.node(), members.pointer(), "attributes", faults);
  }

  /** Parses the name of a constant of these, as clients write it. */
  static <E extends Enum<E>> E constant(Class<E> type, String text) {
    var constants = type.getEnumConstants();
    return Arrays.stream(constants)
        .filter(one -> ProductJson.name(one).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidValue(
                    "",
                    "must be one of "
                        + Arrays.stream(constants)
                            .map(ProductJson::name)
                            .sorted()
                            .collect(Collectors.joining(", "))));
  }

  private static CreateProduct.@Nullable UnitRequest unit(JsonObjectReader members) {
    var kind = members.value("kind", text -> constant(ProductUnit.Kind.class, text));
    var asset = members.optionalValue("asset", AssetCode::new);
    var scale = members.integer("scale", 0, Asset.SCALE_MAX);
    return kind == null
        ? null
        : new CreateProduct.UnitRequest(kind, asset, scale == null ? null : scale.intValue());
  }
}
