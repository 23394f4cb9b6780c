package io.clientele.domain.kernel;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A rate limit that a context declares. Each key, such as a caller or an address, has its own
 * quota. Immutable.
 *
 * @param name unique among all contexts, such as {@code SIGN_IN_NAME}; part of the names of the
 *     setting, the metric label and the shared counters
 * @param policy the name that clients see, such as {@code sign-in}
 * @param byDefault the quota if the setting is absent
 * @param meaning the sentence that documents the setting
 */
public record RateLimit(String name, String policy, Quota byDefault, String meaning) {
  private static final Pattern NAME = Pattern.compile("[A-Z]+(_[A-Z]+)*");
  private static final Pattern POLICY = Pattern.compile("[a-z]+(-[a-z]+)*");

  /** Throws {@link IllegalArgumentException} for a malformed name or policy. */
  public RateLimit {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(policy, "policy");
    Objects.requireNonNull(byDefault, "byDefault");
    Objects.requireNonNull(meaning, "meaning");
    if (!NAME.matcher(name).matches() || !POLICY.matcher(policy).matches()) {
      throw new IllegalArgumentException("malformed rate limit: " + name + ", " + policy);
    }
  }

  /** Hashes the name only: names are unique, and a limit is looked up for each request. */
  @Override
  public int hashCode() {
    return name.hashCode();
  }

  /** Returns the name. */
  @Override
  public String toString() {
    return name;
  }
}
