package io.clientele.domain.hook;

import io.clientele.domain.kernel.InvalidValue;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The name of a system that sends messages, as it stands in the path of the call.
 *
 * @param name 1 to 50 lower-case letters, digits and hyphens; the first is a letter
 */
public record HookSource(String name) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,49}");

  public HookSource {
    Objects.requireNonNull(name, "name");
    if (!NAME.matcher(name).matches()) {
      throw new InvalidValue(
          "source", "must be 1 to 50 lower-case letters, digits and hyphens, first a letter");
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
