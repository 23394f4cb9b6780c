package io.clientele.domain.kernel;

/**
 * A permission that a use case requires of its actor. Each context declares its own as an {@code
 * enum} that implements this interface. A name is unique among all contexts.
 */
public interface Permission {
  /** The unique name, such as {@code VIEW_ACCOUNTS}. An {@code enum} has it already. */
  String name();
}
