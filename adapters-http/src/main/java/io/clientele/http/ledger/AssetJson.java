package io.clientele.http.ledger;

import static io.clientele.http.exchange.problem.ValidationErrors.sound;

import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.ledger.Asset;
import io.clientele.domain.ledger.AssetCode;
import io.clientele.http.exchange.JsonObjectReader;
import io.clientele.http.exchange.RequestBodies;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.javalin.http.Context;
import java.util.Locale;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/** Reads and writes assets. */
final class AssetJson {
  private static final Set<String> FIELDS = Set.of("code", "scale", "kind");
  private static final Set<String> MEDIA_TYPES = Set.of("application/json");

  private AssetJson() {}

  /** Reads the body; answers all its faults with 400. */
  static Asset read(Context http) {
    var faults = new ValidationErrors();
    var members =
        JsonObjectReader.of(RequestBodies.read(http, MEDIA_TYPES, faults), FIELDS, faults);
    var code = members.value("code", AssetCode::new);
    var scale = members.integer("scale", 0, Asset.SCALE_MAX);
    if (members.isAbsent("scale")) {
      members.fault("scale", "is required");
    }
    var kind = members.value("kind", AssetJson::kind);
    faults.refuse();
    return new Asset(sound(code), sound(scale).intValue(), sound(kind));
  }

  static void write(JsonGenerator json, Asset asset) {
    json.writeStartObject();
    json.writeStringProperty("code", asset.code().value());
    json.writeNumberProperty("scale", asset.scale());
    json.writeStringProperty("kind", asset.kind().name().toLowerCase(Locale.ROOT));
    json.writeEndObject();
  }

  private static Asset.Kind kind(String text) {
    return switch (text) {
      case "money" -> Asset.Kind.MONEY;
      case "asset" -> Asset.Kind.ASSET;
      case "goods" -> Asset.Kind.GOODS;
      default -> throw new InvalidValue("kind", "must be money, asset or goods");
    };
  }
}
