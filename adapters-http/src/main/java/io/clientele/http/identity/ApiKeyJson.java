package io.clientele.http.identity;

import static io.clientele.http.exchange.problem.ValidationErrors.sound;

import io.clientele.domain.identity.DisplayName;
import io.clientele.domain.identity.Front;
import io.clientele.domain.identity.Secret;
import io.clientele.domain.identity.apikey.ApiKey;
import io.clientele.domain.identity.apikey.ApiKeyScope;
import io.clientele.domain.identity.apikey.ApiKeyTerms;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.http.exchange.JsonObjectReader;
import io.clientele.http.exchange.RequestBodies;
import io.clientele.http.exchange.Rfc3339;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Reads the terms of a new API key, and writes keys. */
final class ApiKeyJson {
  private static final Set<String> FIELDS =
      Set.of("name", "roles", "accountId", "front", "expiresAt");
  private static final Set<String> MEDIA_TYPES = Set.of("application/json");

  private ApiKeyJson() {}

  /** Reads the terms of a new key; throws a problem with all faults of the body. */
  static ApiKeyTerms read(Context http) {
    var faults = new ValidationErrors();
    var members =
        JsonObjectReader.of(RequestBodies.read(http, MEDIA_TYPES, faults), FIELDS, faults);
    var text = members.text("name");
    var name = text == null ? null : faults.body(() -> new DisplayName(text));
    var roles = RolesJson.read(members);
    var account = account(members);
    var front = members.optionalValue("front", ApiKeyJson::front);
    var scope =
        roles == null
            ? null
            : faults.body(
                () -> new ApiKeyScope(roles, account, front == null ? Front.OPERATIONS : front));
    var expiresAt = expiresAt(members);
    faults.refuse();
    return new ApiKeyTerms(sound(name), sound(scope), expiresAt);
  }

  /**
   * Writes a key.
   *
   * @param secret to show, this once; null later
   */
  static void write(JsonGenerator json, ApiKey key, @Nullable Secret secret) {
    json.writeStartObject();
    json.writeStringProperty("id", key.id().toString());
    json.writeStringProperty("name", key.name().value());
    RolesJson.write(json, key.scope().roles());
    if (key.scope().account() != null) {
      json.writeStringProperty("accountId", key.scope().account().toString());
    }
    json.writeStringProperty("front", key.scope().front().name().toLowerCase(Locale.ROOT));
    json.writeStringProperty("prefix", key.prefix());
    json.writeStringProperty("createdAt", Rfc3339.write(key.createdAt()));
    if (key.expiresAt() != null) {
      json.writeStringProperty("expiresAt", Rfc3339.write(key.expiresAt()));
    }
    if (key.lastUsedAt() != null) {
      json.writeStringProperty("lastUsedAt", Rfc3339.write(key.lastUsedAt()));
    }
    if (secret != null) {
      json.writeStringProperty("key", secret.value());
    }
    json.writeEndObject();
  }

  private static @Nullable AccountId account(JsonObjectReader members) {
    var text = members.optionalText("accountId");
    try {
      return text == null ? null : AccountId.parse(text);
    } catch (InvalidValue broken) {
      members.fault("accountId", broken.faults().get(0).rule());
      return null;
    }
  }

  private static Front front(String text) {
    return switch (text) {
      case "operations" -> Front.OPERATIONS;
      case "store" -> Front.STORE;
      default -> throw new InvalidValue("front", "must be operations or store");
    };
  }

  private static @Nullable Instant expiresAt(JsonObjectReader members) {
    var text = members.optionalText("expiresAt");
    var at = text == null ? null : Rfc3339.parse(text);
    if (text != null && at == null) {
      members.fault("expiresAt", "must be an RFC 3339 instant");
    }
    return at;
  }
}
