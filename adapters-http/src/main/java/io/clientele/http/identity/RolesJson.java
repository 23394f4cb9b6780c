package io.clientele.http.identity;

import io.clientele.domain.identity.Role;
import io.clientele.http.exchange.JsonObjectReader;
import io.clientele.http.security.JwtTokens;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Roles as a list of their names in lower case. */
final class RolesJson {
  private RolesJson() {}

  static void write(JsonGenerator json, Set<Role> roles) {
    json.writeArrayPropertyStart("roles");
    roles.stream().sorted().forEach(role -> json.writeString(JwtTokens.written(role)));
    json.writeEndArray();
  }

  /** Returns the roles; null, with a fault, if one is unknown or repeated. */
  static @Nullable Set<Role> read(JsonObjectReader members) {
    var roles = EnumSet.noneOf(Role.class);
    for (var name : members.texts("roles")) {
      var role = role(name);
      if (role == null || !roles.add(role)) {
        members.fault("roles", "must list some of admin, operator, auditor, customer, each once");
        return null;
      }
    }
    return roles;
  }

  static @Nullable Role role(String name) {
    for (var role : Role.values()) {
      if (JwtTokens.written(role).equals(name)) {
        return role;
      }
    }
    return null;
  }
}
