package io.clientele.bootstrap.config;

import java.util.Optional;

/** A rule between settings of one group. */
@FunctionalInterface
public interface SettingRule {
  /** Returns the fault as one line for an operator; empty if the settings keep the rule. */
  Optional<String> fault(ContributedSettings settings);

  /** Requires that both or neither of two settings are set. */
  static SettingRule together(ContextSetting<?> one, ContextSetting<?> other) {
    return settings ->
        settings.isSet(one) == settings.isSet(other)
            ? Optional.empty()
            : Optional.of(one + " and " + other + " belong together: set both or neither");
  }
}
