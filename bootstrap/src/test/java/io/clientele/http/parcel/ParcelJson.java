package io.clientele.http.parcel;

import static io.clientele.http.exchange.problem.ValidationErrors.sound;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.parcel.Parcel;
import io.clientele.domain.parcel.ParcelLabel;
import io.clientele.http.exchange.JsonObjectReader;
import io.clientele.http.exchange.RequestBodies;
import io.clientele.http.exchange.json.JsonWriter;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.javalin.http.Context;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The body of a request to send a parcel, and a parcel in a response. */
record ParcelJson(AccountId account, ParcelLabel label) {
  private static final Set<String> FIELDS = Set.of("accountId", "label");
  private static final Set<String> MEDIA_TYPES = Set.of("application/json");

  /** Reads the body; answers all its faults with 400. */
  static ParcelJson read(Context http) {
    var faults = new ValidationErrors();
    var members =
        JsonObjectReader.of(RequestBodies.read(http, MEDIA_TYPES, faults), FIELDS, faults);
    var account = account(members);
    var text = members.text("label");
    var label = text == null ? null : faults.body(() -> new ParcelLabel(text));
    faults.refuse();
    return new ParcelJson(sound(account), sound(label));
  }

  static byte[] write(Parcel parcel) {
    return JsonWriter.write(
        json -> {
          json.writeStartObject();
          json.writeStringProperty("id", parcel.id().toString());
          json.writeStringProperty("accountId", parcel.account().toString());
          if (parcel.label() != null) {
            json.writeStringProperty("label", parcel.label().value());
          }
          json.writeBooleanProperty("isDelivered", parcel.isDelivered());
          json.writeEndObject();
        });
  }

  private static @Nullable AccountId account(JsonObjectReader members) {
    var text = members.text("accountId");
    try {
      return text == null ? null : AccountId.parse(text);
    } catch (InvalidValue broken) {
      members.fault("accountId", broken.faults().getFirst().rule());
      return null;
    }
  }
}
