package io.clientele.bootstrap.config;

import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.kernel.Quota;
import io.clientele.domain.kernel.RateLimit;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The settings of rate limits. A context contributes a {@link RateLimit}, and the limit brings its
 * setting along: {@code RATE_LIMIT_} and the name of the limit, with a quota such as {@code
 * 6000/PT1M}.
 */
public final class RateLimitSettings {
  private static final Function<String, Quota> QUOTA = RateLimitSettings::quota;

  private RateLimitSettings() {}

  /**
   * Returns the settings of these limits, by name. Throws {@link IllegalArgumentException} when two
   * limits have one name.
   */
  public static SettingGroup group(Collection<RateLimit> limits) {
    requireDistinctNames(limits);
    return new SettingGroup(
        "Rate limits",
        limits.stream()
            .sorted(Comparator.comparing(RateLimit::name))
            .<ContextSetting<?>>map(RateLimitSettings::of)
            .toList());
  }

  /** Returns the quota of each limit: the one that is set, or else its default. */
  public static Map<RateLimit, Quota> quotas(Config config, Set<RateLimit> limits) {
    var quotas = new HashMap<RateLimit, Quota>();
    limits.forEach(limit -> quotas.put(limit, config.get(of(limit))));
    return quotas;
  }

  private static ContextSetting<Quota> of(RateLimit limit) {
    return new ContextSetting<>(
        "RATE_LIMIT_" + limit.name(),
        false,
        Optional.of(limit.byDefault().toString()),
        limit.meaning(),
        QUOTA);
  }

  private static void requireDistinctNames(Collection<RateLimit> limits) {
    var known = new HashMap<String, RateLimit>();
    for (var limit : limits) {
      var other = known.putIfAbsent(limit.name(), limit);
      if (other != null) {
        throw new IllegalArgumentException(
            "two rate limits have the name %s: \"%s\" and \"%s\""
                .formatted(limit.name(), other.meaning(), limit.meaning()));
      }
    }
  }

  private static Quota quota(String text) {
    try {
      var parts = text.split("/", -1);
      if (parts.length == 2 && parts[0].matches("[0-9]{1,9}")) {
        return new Quota(Long.parseLong(parts[0]), Duration.parse(parts[1]));
      }
    } catch (DateTimeParseException | InvalidValue e) {
      // The rule below covers all faults.
    }
    throw new InvalidSetting(
        "must be 1 to 1000000 calls in whole seconds, at most a day, such as 6000/PT1M");
  }
}
