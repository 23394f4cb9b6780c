package io.clientele.domain.identity;

import io.clientele.domain.kernel.Permission;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The permissions of one context, and the roles that hold them. {@link Role#ADMIN} holds all of
 * them and is not listed. Immutable.
 *
 * @param all every permission of the context
 * @param held the permissions that each other role holds; a role without an entry holds none
 */
public record Grants(Set<Permission> all, Map<Role, Set<Permission>> held) {
  /** Throws {@link IllegalArgumentException} for a permission of another context. */
  public Grants {
    Objects.requireNonNull(held, "held");
    all = Set.copyOf(Objects.requireNonNull(all, "all"));
    held =
        held.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, entry -> Set.copyOf(entry.getValue())));
    if (held.containsKey(Role.ADMIN)) {
      throw new IllegalArgumentException("ADMIN holds every permission and is not listed");
    }
    for (var permissions : held.values()) {
      for (var permission : permissions) {
        if (!all.contains(permission)) {
          throw new IllegalArgumentException(permission + " is not among the permissions " + all);
        }
      }
    }
  }

  /** Returns the permissions that the role holds in this context. */
  public Set<Permission> of(Role role) {
    return role == Role.ADMIN ? all : held.getOrDefault(role, Set.of());
  }
}
