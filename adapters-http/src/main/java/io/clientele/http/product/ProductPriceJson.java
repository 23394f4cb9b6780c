package io.clientele.http.product;

import static io.clientele.http.exchange.problem.ValidationErrors.sound;

import io.clientele.application.product.PriceProduct;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.ledger.Amount;
import io.clientele.domain.ledger.AssetCode;
import io.clientele.http.exchange.JsonObjectReader;
import io.clientele.http.exchange.RequestBodies;
import io.clientele.http.exchange.Rfc3339;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Set;

/** Reads the body that adds a price. */
final class ProductPriceJson {
  private static final Set<String> FIELDS = Set.of("currency", "amount", "from", "to");
  private static final Set<String> MEDIA_TYPES = Set.of("application/json");

  private ProductPriceJson() {}

  /** Reads the body; answers all its faults with 400. */
  static PriceProduct.Request read(Context http) {
    var faults = new ValidationErrors();
    var members =
        JsonObjectReader.of(RequestBodies.read(http, MEDIA_TYPES, faults), FIELDS, faults);
    var currency = members.value("currency", AssetCode::new);
    var amount = members.value("amount", Amount::requireShape);
    var from = members.optionalValue("from", ProductPriceJson::instant);
    var to = members.optionalValue("to", ProductPriceJson::instant);
    faults.refuse();
    return new PriceProduct.Request(sound(currency), sound(amount), from, to);
  }

  private static Instant instant(String text) {
    var at = Rfc3339.parse(text);
    if (at == null) {
      throw new InvalidValue("from", "must be an RFC 3339 instant");
    }
    return at;
  }
}
