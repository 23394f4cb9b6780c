package io.clientele.http.product;

import io.clientele.application.product.ProductView;
import io.clientele.domain.ledger.Amount;
import io.clientele.domain.product.Product;
import io.clientele.domain.product.ProductPrice;
import io.clientele.domain.product.Stock;
import io.clientele.http.exchange.MetadataJson;
import io.clientele.http.exchange.Rfc3339;
import java.math.BigInteger;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** Writes products as operations see them. A field that has no value is left out. */
final class ProductJson {
  private ProductJson() {}

  static void write(JsonGenerator json, ProductView view) {
    var product = view.product();
    json.writeStartObject();
    json.writeStringProperty("id", product.id().toString());
    json.writeStringProperty("sku", product.sku().value());
    json.writeStringProperty("title", product.details().title());
    json.writeStringProperty("text", product.details().text());
    MetadataJson.write(json, "attributes", product.details().attributes());
    json.writeStringProperty("kind", name(product.unit().kind()));
    if (product.unit().asset() != null) {
      json.writeStringProperty("asset", product.unit().asset().value());
    }
    json.writeNumberProperty("scale", product.unit().scale());
    json.writeStringProperty("status", name(product.status()));
    json.writeArrayPropertyStart("prices");
    product.prices().prices().forEach(price -> write(json, price));
    json.writeEndArray();
    if (view.stock() != null) {
      write(json, product, view.stock());
    }
    json.writeStringProperty("createdAt", Rfc3339.write(product.createdAt()));
    json.writeStringProperty("updatedAt", Rfc3339.write(product.updatedAt()));
    json.writeEndObject();
  }

  /** Writes a price with its period. */
  static void write(JsonGenerator json, ProductPrice price) {
    json.writeStartObject();
    json.writeStringProperty("currency", price.currency().code().value());
    json.writeStringProperty("amount", price.text());
    json.writeStringProperty("from", Rfc3339.write(price.from()));
    if (price.to() != null) {
      json.writeStringProperty("to", Rfc3339.write(price.to()));
    }
    json.writeEndObject();
  }

  /** The name of a constant, as clients write it. */
  static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static void write(JsonGenerator json, Product product, Stock stock) {
    json.writeObjectPropertyStart("stock");
    quantity(json, "onHand", product, stock.onHand());
    quantity(json, "reserved", product, stock.reserved());
    quantity(json, "available", product, stock.available());
    json.writeEndObject();
  }

  private static void quantity(JsonGenerator json, String name, Product product, BigInteger minor) {
    json.writeStringProperty(name, Amount.text(minor, product.unit().scale()));
  }
}
