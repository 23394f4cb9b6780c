package io.clientele.domain.identity.operator;

import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.Role;
import io.clientele.domain.kernel.DomainEvent;
import io.clientele.domain.kernel.FieldChange;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What may happen to an operator. */
public sealed interface OperatorEvent extends DomainEvent {
  /** Whose event it is. */
  OperatorId id();

  @Override
  default boolean isPublished() {
    return true;
  }

  /** It came to be. */
  record Added(OperatorId id, OperatorProfile profile) implements OperatorEvent {
    @Override
    public String action() {
      return "operator.added";
    }

    @Override
    public List<FieldChange> details() {
      return compared(null, profile);
    }
  }

  /** Its profile is another one now. */
  record Changed(OperatorId id, OperatorProfile before, OperatorProfile after)
      implements OperatorEvent {
    @Override
    public String action() {
      return "operator.changed";
    }

    @Override
    public List<FieldChange> details() {
      return compared(before, after);
    }
  }

  /** It has a new password. */
  record PasswordChanged(OperatorId id) implements OperatorEvent {
    @Override
    public boolean isPublished() {
      return false;
    }

    @Override
    public String action() {
      return "operator.password-changed";
    }
  }

  /** It is gone. */
  record Removed(OperatorId id) implements OperatorEvent {
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
