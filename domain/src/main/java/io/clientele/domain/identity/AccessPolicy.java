package io.clientele.domain.identity;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Permission;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The permissions that each role holds in all contexts together. Creates actors from roles.
 * Immutable.
 */
public final class AccessPolicy {
  private final Map<Role, Set<Permission>> held = new EnumMap<>(Role.class);

  /**
   * Creates a policy from the grants of all contexts. Throws {@link IllegalArgumentException} when
   * two permissions have one name.
   */
  public AccessPolicy(Set<Grants> grants) {
    Objects.requireNonNull(grants, "grants");
    requireUniqueNames(grants);
    for (var role : Role.values()) {
      held.put(
          role,
          grants.stream()
              .flatMap(each -> each.of(role).stream())
              .collect(Collectors.toUnmodifiableSet()));
    }
  }

  /** Returns an actor that holds the permissions of these roles. */
  public Actor actor(String name, Set<Role> roles, @Nullable AccountId ownAccount) {
    return new Actor(name, roles, permissions(roles), ownAccount);
  }

  /** Returns every permission that at least one of these roles holds. */
  public Set<Permission> permissions(Set<Role> roles) {
    var all = new HashSet<Permission>();
    for (var role : roles) {
      var permissions = held.getOrDefault(role, Set.of());
      if (roles.size() == 1) {
        return permissions; // Shared by all actors of the role: callers are cached by the thousand.
      }
      all.addAll(permissions);
    }
    return Set.copyOf(all);
  }

  private static void requireUniqueNames(Set<Grants> grants) {
    var known = new HashMap<String, Permission>();
    for (var each : grants) {
      for (var permission : each.all()) {
        var other = known.putIfAbsent(permission.name(), permission);
        if (other != null) {
          throw new IllegalArgumentException(
              "two permissions have the name %s: one of %s, one of %s"
                  .formatted(permission.name(), declarer(other), declarer(permission)));
        }
      }
    }
  }

  private static String declarer(Permission permission) {
    return permission.getClass().getName();
  }
}
