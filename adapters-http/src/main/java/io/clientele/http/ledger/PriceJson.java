package io.clientele.http.ledger;

import static io.clientele.http.exchange.problem.ValidationErrors.sound;

import io.clientele.application.ledger.RecordPrice;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.ledger.Amount;
import io.clientele.domain.ledger.AssetCode;
import io.clientele.domain.ledger.price.Portfolio;
import io.clientele.domain.ledger.price.Portfolio.Holding;
import io.clientele.domain.ledger.price.Price;
import io.clientele.http.exchange.JsonObjectReader;
import io.clientele.http.exchange.RequestBodies;
import io.clientele.http.exchange.Rfc3339;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Reads and writes prices, and writes portfolios. */
final class PriceJson {
  private static final Set<String> FIELDS = Set.of("asset", "quote", "at", "price");
  private static final Set<String> MEDIA_TYPES = Set.of("application/json");

  private PriceJson() {}

  /** Reads the body; answers all its faults with 400. */
  static RecordPrice.Request read(Context http) {
    var faults = new ValidationErrors();
    var members =
        JsonObjectReader.of(RequestBodies.read(http, MEDIA_TYPES, faults), FIELDS, faults);
    var asset = members.value("asset", AssetCode::new);
    var quote = members.value("quote", AssetCode::new);
    var at = members.optionalValue("at", PriceJson::instant);
    var value = members.value("price", Price::parse);
    faults.refuse();
    return new RecordPrice.Request(sound(asset), sound(quote), at, sound(value));
  }

  private static Instant instant(String text) {
    var at = Rfc3339.parse(text);
    if (at == null) {
      throw new InvalidValue("at", "must be an instant as RFC 3339 writes it");
    }
    return at;
  }

  static void write(JsonGenerator json, Price price) {
    json.writeStartObject();
    json.writeStringProperty("asset", price.asset().value());
    json.writeStringProperty("quote", price.quote().value());
    json.writeStringProperty("at", Rfc3339.write(price.at()));
    json.writeStringProperty("price", price.text());
    json.writeEndObject();
  }

  static void write(JsonGenerator json, AccountId account, Portfolio portfolio) {
    json.writeStartObject();
    json.writeStringProperty("accountId", account.toString());
    json.writeStringProperty("quote", portfolio.quote().code().value());
    json.writeArrayPropertyStart("assets");
    portfolio.holdings().forEach(holding -> write(json, portfolio, holding));
    json.writeEndArray();
    json.writeStringProperty("total", portfolio.total().toPlainString());
    json.writeStringProperty("asOf", Rfc3339.write(portfolio.asOf()));
    json.writeEndObject();
  }

  /** Members that need a price are null for an asset without one. */
  private static void write(JsonGenerator json, Portfolio portfolio, Holding holding) {
    var scale = holding.asset().scale();
    var price = holding.price();
    var at = holding.priceAsOf();
    json.writeStartObject();
    json.writeStringProperty("asset", holding.asset().code().value());
    json.writeStringProperty("posted", Amount.text(holding.posted(), scale));
    json.writeStringProperty("held", Amount.text(holding.held(), scale));
    json.writeStringProperty("available", Amount.text(holding.available(), scale));
    text(
        json,
        "value",
        holding.value(portfolio.quote()).map(value -> value.toPlainString()).orElse(null));
    text(json, "price", price == null ? null : price.stripTrailingZeros().toPlainString());
    text(json, "priceAsOf", at == null ? null : Rfc3339.write(at));
    json.writeEndObject();
  }

  private static void text(JsonGenerator json, String name, @Nullable String text) {
    if (text == null) {
      json.writeNullProperty(name);
    } else {
      json.writeStringProperty(name, text);
    }
  }
}
