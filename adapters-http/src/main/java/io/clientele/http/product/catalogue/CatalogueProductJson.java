package io.clientele.http.product.catalogue;

import io.clientele.application.product.catalogue.CatalogueProduct;
import io.clientele.domain.product.ProductPrice;
import io.clientele.http.exchange.MetadataJson;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** Writes products as customers see them. */
final class CatalogueProductJson {
  private CatalogueProductJson() {}

  static void write(JsonGenerator json, CatalogueProduct shown) {
    var product = shown.product();
    json.writeStartObject();
    json.writeStringProperty("id", product.id().toString());
    json.writeStringProperty("sku", product.sku().value());
    json.writeStringProperty("title", product.details().title());
    json.writeStringProperty("text", product.details().text());
    MetadataJson.write(json, "attributes", product.details().attributes());
    json.writeStringProperty("kind", name(product.unit().kind()));
    json.writeArrayPropertyStart("prices");
    shown.prices().forEach(price -> write(json, price));
    json.writeEndArray();
    json.writeStringProperty("availability", name(shown.availability()));
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, ProductPrice price) {
    json.writeStartObject();
    json.writeStringProperty("currency", price.currency().code().value());
    json.writeStringProperty("amount", price.text());
    json.writeEndObject();
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
