package io.clientele.http.ledger;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.ledger.Amount;
import io.clientele.domain.ledger.price.Portfolio;
import io.clientele.domain.ledger.price.Portfolio.Holding;
import io.clientele.http.exchange.Rfc3339;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes portfolios. */
final class PortfolioJson {
  private PortfolioJson() {}

  /**
   * Writes a portfolio.
   *
   * @param account null for a portfolio that its customer sees
   */
  static void write(JsonGenerator json, @Nullable AccountId account, Portfolio portfolio) {
    json.writeStartObject();
    if (account != null) {
      json.writeStringProperty("accountId", account.toString());
    }
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
