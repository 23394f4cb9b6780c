package io.clientele.http.account;

import static io.clientele.http.exchange.problem.ValidationErrors.sound;

import io.clientele.domain.account.Profile;
import io.clientele.http.exchange.RequestBodies;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.javalin.http.Context;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the body that opens an account; {@code taxId} and {@code metadata} may be null. */
public final class OpenAccountJson {
  /** The members of the body. */
  public static final Set<String> FIELDS = ProfileJson.FIELDS;

  private static final Set<String> MEDIA_TYPES = Set.of("application/json");

  private OpenAccountJson() {}

  static Profile read(Context http) {
    var faults = new ValidationErrors();
    var document = RequestBodies.read(http, MEDIA_TYPES, faults);
    var profile = profile(document, faults);
    faults.refuse();
    return sound(profile);
  }

  /** Returns the profile in the document; null if there are faults. */
  public static @Nullable Profile profile(JsonNode document, ValidationErrors faults) {
    ProfileJson.requireShape(document, FIELDS, faults);
    var name = ProfileJson.name(document, faults);
    var email = ProfileJson.email(document, faults);
    var taxId = ProfileJson.taxId(document, faults);
    var metadata = ProfileJson.metadata(document, faults);
    var emailVerified = ProfileJson.emailVerified(document, faults);
    return faults.isEmpty()
        ? new Profile(sound(name), sound(email), taxId, sound(metadata), emailVerified)
        : null;
  }
}
