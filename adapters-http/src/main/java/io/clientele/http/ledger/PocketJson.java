package io.clientele.http.ledger;

import static io.clientele.http.exchange.problem.ValidationErrors.sound;

import io.clientele.application.ledger.AmendPocket;
import io.clientele.application.ledger.FloorRequest;
import io.clientele.application.ledger.OpenPocket;
import io.clientele.application.ledger.PocketBalance;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.ledger.AssetCode;
import io.clientele.domain.ledger.Pocket;
import io.clientele.domain.ledger.transfer.Balance;
import io.clientele.http.exchange.JsonObjectReader;
import io.clientele.http.exchange.RequestBodies;
import io.clientele.http.exchange.Rfc3339;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.javalin.http.Context;
import java.util.Locale;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/** Reads and writes pockets. */
final class PocketJson {
  private static final Set<String> OPENING = Set.of("asset", "name", "floor");
  private static final Set<String> AMENDING = Set.of("status", "floor");
  private static final Set<String> JSON = Set.of("application/json");
  private static final Set<String> PATCH =
      Set.of("application/json", "application/merge-patch+json");

  private PocketJson() {}

  /** Reads the body that opens a pocket; answers all its faults with 400. */
  static OpenPocket.Request readOpening(Context http) {
    var faults = new ValidationErrors();
    var members = JsonObjectReader.of(RequestBodies.read(http, JSON, faults), OPENING, faults);
    var asset = members.value("asset", AssetCode::new);
    var name = members.value("name", Pocket::requireName);
    var floor = floor(members);
    faults.refuse();
    return new OpenPocket.Request(sound(asset), sound(name), floor);
  }

  /** Reads a merge patch of a pocket; answers all its faults with 400. */
  static AmendPocket.Request readAmendment(Context http) {
    var faults = new ValidationErrors();
    var members = JsonObjectReader.of(RequestBodies.read(http, PATCH, faults), AMENDING, faults);
    if (members.has("status") && members.isAbsent("status")) {
      members.fault("status", "must be open, frozen or closed");
    }
    var status = members.optionalValue("status", PocketJson::status);
    var floor = floor(members);
    faults.refuse();
    return new AmendPocket.Request(status, floor);
  }

  private static FloorRequest floor(JsonObjectReader members) {
    return new FloorRequest(members.has("floor"), members.optionalText("floor"));
  }

  private static Pocket.Status status(String text) {
    return switch (text) {
      case "open" -> Pocket.Status.OPEN;
      case "frozen" -> Pocket.Status.FROZEN;
      case "closed" -> Pocket.Status.CLOSED;
      default -> throw new InvalidValue("status", "must be open, frozen or closed");
    };
  }

  static void write(JsonGenerator json, PocketBalance one) {
    var pocket = one.pocket();
    json.writeStartObject();
    json.writeStringProperty("id", pocket.id().toString());
    if (pocket.owner() != null) {
      json.writeStringProperty("accountId", pocket.owner().toString());
    }
    json.writeStringProperty("asset", pocket.asset().code().value());
    json.writeStringProperty("name", pocket.name());
    if (pocket.floor() != null) {
      json.writeStringProperty("floor", pocket.text(pocket.floor()));
    }
    json.writeStringProperty("status", pocket.status().name().toLowerCase(Locale.ROOT));
    writeAmounts(json, pocket, one.balance());
    json.writeNumberProperty("version", pocket.version());
    json.writeEndObject();
  }

  /** Writes a balance as an object of its own. */
  static void write(JsonGenerator json, Pocket pocket, Balance balance) {
    json.writeStartObject();
    json.writeStringProperty("pocket", pocket.id().toString());
    json.writeStringProperty("asset", pocket.asset().code().value());
    writeAmounts(json, pocket, balance);
    json.writeNumberProperty("seq", balance.seq());
    json.writeEndObject();
  }

  private static void writeAmounts(JsonGenerator json, Pocket pocket, Balance balance) {
    json.writeStringProperty("posted", pocket.text(balance.posted()));
    json.writeStringProperty("held", pocket.text(balance.held()));
    json.writeStringProperty("available", pocket.text(balance.available()));
    json.writeStringProperty("asOf", Rfc3339.write(balance.asOf()));
  }
}
