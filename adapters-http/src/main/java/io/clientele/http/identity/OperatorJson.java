package io.clientele.http.identity;

import static io.clientele.http.exchange.problem.ValidationErrors.sound;

import io.clientele.domain.identity.DisplayName;
import io.clientele.domain.identity.Role;
import io.clientele.domain.identity.operator.Operator;
import io.clientele.domain.identity.operator.OperatorProfile;
import io.clientele.domain.identity.operator.OperatorProfile.Status;
import io.clientele.domain.identity.password.Password;
import io.clientele.domain.kernel.text.Email;
import io.clientele.http.exchange.JsonObjectReader;
import io.clientele.http.exchange.RequestBodies;
import io.clientele.http.exchange.Rfc3339;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.javalin.http.Context;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Reads and writes an operator. A member that a client leaves out keeps its value, so a new
 * operator needs every member except the status.
 */
final class OperatorJson {
  private static final Set<String> FIELDS = Set.of("name", "email", "roles", "status", "password");
  private static final Set<String> MEDIA_TYPES = Set.of("application/json");
  private static final Set<String> PATCH_TYPES =
      Set.of("application/json", "application/merge-patch+json");

  private final @Nullable DisplayName name;
  private final @Nullable Email email;
  private final @Nullable Set<Role> roles;
  private final @Nullable Status status;
  private final @Nullable Password password;

  private OperatorJson(JsonObjectReader members, boolean isNew, ValidationErrors faults) {
    name = value(members, "name", isNew, DisplayName::new, faults);
    email = value(members, "email", isNew, Email::new, faults);
    password = value(members, "password", isNew, Password::new, faults);
    var listed = isNew || members.has("roles") ? RolesJson.read(members) : null;
    roles = listed == null ? null : faults.body(() -> OperatorProfile.checked(listed));
    status = members.has("status") ? status(members) : null;
    faults.refuse();
  }

  static OperatorJson added(Context http) {
    var faults = new ValidationErrors();
    return new OperatorJson(
        JsonObjectReader.of(RequestBodies.read(http, MEDIA_TYPES, faults), FIELDS, faults),
        true,
        faults);
  }

  static OperatorJson changed(Context http) {
    var faults = new ValidationErrors();
    return new OperatorJson(
        JsonObjectReader.of(RequestBodies.read(http, PATCH_TYPES, faults), FIELDS, faults),
        false,
        faults);
  }

  /** Returns the profile of a new operator. */
  OperatorProfile profile() {
    return new OperatorProfile(
        sound(name), sound(email), sound(roles), status == null ? Status.ACTIVE : status);
  }

  /** Returns the stored profile with the changes of the client. */
  OperatorProfile over(OperatorProfile stored) {
    return new OperatorProfile(
        name == null ? stored.name() : name,
        email == null ? stored.email() : email,
        roles == null ? stored.roles() : roles,
        status == null ? stored.status() : status);
  }

  @Nullable Password password() {
    return password;
  }

  static void write(JsonGenerator json, Operator operator) {
    var profile = operator.profile();
    json.writeStartObject();
    json.writeStringProperty("id", operator.id().toString());
    json.writeStringProperty("name", profile.name().value());
    json.writeStringProperty("email", profile.email().value());
    RolesJson.write(json, profile.roles());
    json.writeStringProperty("status", profile.status().name().toLowerCase(Locale.ROOT));
    json.writeStringProperty("createdAt", Rfc3339.write(operator.createdAt()));
    if (operator.lastSignInAt() != null) {
      json.writeStringProperty("lastSignInAt", Rfc3339.write(operator.lastSignInAt()));
    }
    json.writeEndObject();
  }

  private static <T> @Nullable T value(
      JsonObjectReader members,
      String field,
      boolean isWanted,
      Function<String, T> parse,
      ValidationErrors faults) {
    var text = isWanted || members.has(field) ? members.text(field) : null;
    Supplier<T> made = () -> parse.apply(sound(text));
    return text == null ? null : faults.body(made);
  }

  private static @Nullable Status status(JsonObjectReader members) {
    var text = members.text("status");
    if (text != null) {
      for (var status : Status.values()) {
        if (status.name().toLowerCase(Locale.ROOT).equals(text)) {
          return status;
        }
      }
      members.fault("status", "must be active or disabled");
    }
    return null;
  }
}
