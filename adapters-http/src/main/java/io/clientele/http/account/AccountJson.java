package io.clientele.http.account;

import io.clientele.domain.account.Account;
import io.clientele.domain.account.Profile;
import io.clientele.domain.views.counter.LiveTotal;
import io.clientele.http.exchange.Rfc3339;
import io.clientele.http.views.LiveTotalJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Writes an account, and the members of it that both fronts show. A field that has no value is left
 * out.
 */
public final class AccountJson {
  private AccountJson() {}

  /** Writes the account, with its views unless they are null. */
  static void write(JsonGenerator json, Account account, @Nullable LiveTotal views) {
    var profile = account.profile();
    json.writeStartObject();
    json.writeStringProperty("id", account.id().toString());
    identity(json, profile);
    json.writeStringProperty("status", statusOf(account.status()));
    json.writeObjectPropertyStart("metadata");
    profile.metadata().entries().forEach(json::writeStringProperty);
    json.writeEndObject();
    json.writeStringProperty("createdAt", Rfc3339.write(account.createdAt()));
    json.writeStringProperty("updatedAt", Rfc3339.write(account.updatedAt()));
    if (views != null) {
      json.writeName("views");
      LiveTotalJson.writeShort(json, views);
    }
    json.writeEndObject();
  }

  /** Writes who the account belongs to. */
  public static void identity(JsonGenerator json, Profile profile) {
    json.writeStringProperty("name", profile.name().value());
    json.writeStringProperty("email", profile.email().value());
    json.writeBooleanProperty("emailVerified", profile.emailVerified());
    if (profile.taxId() != null) {
      json.writeObjectPropertyStart("taxId");
      json.writeStringProperty("country", profile.taxId().country());
      json.writeStringProperty("value", profile.taxId().value());
      json.writeEndObject();
    }
  }

  /** Returns the name of a status. */
  public static String statusOf(Account.Status status) {
    return switch (status) {
      case ACTIVE -> "active";
      case SUSPENDED -> "suspended";
      case CLOSED -> "closed";
    };
  }
}
