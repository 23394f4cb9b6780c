package io.clientele.http.product;

import static io.clientele.http.exchange.problem.ValidationErrors.sound;

import io.clientele.application.product.MoveStock;
import io.clientele.domain.ledger.Amount;
import io.clientele.domain.ledger.transfer.TransferNote;
import io.clientele.http.exchange.JsonObjectReader;
import io.clientele.http.exchange.RequestBodies;
import io.clientele.http.exchange.Rfc3339;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.javalin.http.Context;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/** Reads and writes movements of stock. */
final class StockMovementJson {
  private static final Set<String> FIELDS = Set.of("quantity", "reason");
  private static final Set<String> MEDIA_TYPES = Set.of("application/json");

  private StockMovementJson() {}

  /** Reads the body; answers all its faults with 400. */
  static MoveStock.Request read(Context http) {
    var faults = new ValidationErrors();
    var members =
        JsonObjectReader.of(RequestBodies.read(http, MEDIA_TYPES, faults), FIELDS, faults);
    var quantity = members.text("quantity");
    var reason = members.value("reason", TransferNote::requireReason);
    faults.refuse();
    return new MoveStock.Request(sound(quantity), sound(reason));
  }

  static void write(JsonGenerator json, MoveStock.Result.Moved moved) {
    var product = moved.product();
    json.writeStartObject();
    json.writeStringProperty("id", moved.id().toString());
    json.writeStringProperty("productId", product.id().toString());
    json.writeStringProperty("quantity", Amount.text(moved.quantity(), product.unit().scale()));
    json.writeStringProperty("reason", moved.transfer().transfer().note().reason());
    json.writeStringProperty("bookedAt", Rfc3339.write(moved.transfer().bookedAt()));
    json.writeEndObject();
  }
}
