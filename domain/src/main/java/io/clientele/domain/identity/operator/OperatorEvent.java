package io.clientele.domain.identity.operator;

import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.Role;
import io.clientele.domain.kernel.DomainEvent;
import io.clientele.domain.kernel.FieldChange;
import io.clientele.domain.kernel.event.PublishedTypes;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An event of an operator. */
public sealed interface OperatorEvent extends DomainEvent {
  /** The types that are published. */
  PublishedTypes TYPES =
      PublishedTypes.of("operator.added", "operator.changed", "operator.removed");

  /** The operator. */
  OperatorId id();

  @Override
  default boolean isPublished() {
    return true;
  }

  /** The operator was added. */
  record Added(OperatorId id, OperatorProfile profile) implements OperatorEvent {
    public Added {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(profile, "profile");
    }

    @Override
    public String action() {
      return "operator.added";
    }

    @Override
    public List<FieldChange> details() {
      return compared(null, profile);
    }
  }

  /** The profile was changed. */
  record Changed(OperatorId id, OperatorProfile before, OperatorProfile after)
      implements OperatorEvent {
    public Changed {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(before, "before");
      Objects.requireNonNull(after, "after");
    }

    @Override
    public String action() {
      return "operator.changed";
    }

    @Override
    public List<FieldChange> details() {
      return compared(before, after);
    }
  }

  /** The password was changed. */
  record PasswordChanged(OperatorId id) implements OperatorEvent {
    public PasswordChanged {
      Objects.requireNonNull(id, "id");
    }

    @Override
    public boolean isPublished() {
      return false;
    }

    @Override
    public String action() {
      return "operator.password-changed";
    }
  }

  /** The operator was removed. */
  record Removed(OperatorId id) implements OperatorEvent {
    public Removed {
      Objects.requireNonNull(id, "id");
    }

    @Override
    public String action() {
      return "operator.removed";
    }
  }

  private static List<FieldChange> compared(
      @Nullable OperatorProfile before, OperatorProfile after) {
    return new FieldChange.Comparison()
        .of("name", before == null ? null : before.name(), after.name())
        .of("email", before == null ? null : before.email(), after.email())
        .of("roles", before == null ? null : told(before.roles()), told(after.roles()))
        .of("status", before == null ? null : before.status(), after.status())
        .details();
  }

  private static String told(Set<Role> roles) {
    return roles.stream().sorted().map(Role::name).collect(Collectors.joining(" "));
  }
}
