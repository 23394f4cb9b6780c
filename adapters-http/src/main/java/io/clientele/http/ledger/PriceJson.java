package io.clientele.http.ledger;

import static io.clientele.http.exchange.problem.ValidationErrors.sound;

import io.clientele.application.ledger.RecordPrice;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.ledger.AssetCode;
import io.clientele.domain.ledger.price.Price;
import io.clientele.http.exchange.JsonObjectReader;
import io.clientele.http.exchange.RequestBodies;
import io.clientele.http.exchange.Rfc3339;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/** Reads and writes prices. */
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
}
