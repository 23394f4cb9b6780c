package io.clientele.archrules;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Rules with stable names, which are checked and reported together. */
final class NamedRules {
  private final Map<String, ArchRule> rules = new LinkedHashMap<>();
  private final Map<String, String> fixes = new LinkedHashMap<>();

  /**
   * Adds a rule.
   *
   * @param sentence what is true if the rule is satisfied
   * @param fix how to fix a violation, with the option that allows an exception; empty if each
   *     violation contains it
   */
  NamedRules add(String name, ArchRule rule, String sentence, String fix) {
    rules.put(name, rule.as(sentence).allowEmptyShould(true));
    fixes.put(name, fix);
    return this;
  }

  /** The names of all rules. */
  Set<String> names() {
    return rules.keySet();
  }

  /** The rules that are not excluded. */
  Map<String, ArchRule> without(Set<String> excluded) {
    var left = new LinkedHashMap<>(rules);
    left.keySet().removeAll(excluded);
    return left;
  }

  /** Checks all rules that are not excluded, then throws if there are violations. */
  void check(JavaClasses classes, Set<String> excluded) {
    var report = new ArrayList<String>();
    without(excluded)
        .forEach(
            (name, rule) -> {
              var lines = rule.evaluate(classes).getFailureReport().getDetails();
              if (!lines.isEmpty()) {
                report.add("[" + name + "] " + rule.getDescription() + ", but");
                lines.forEach(line -> report.add("  " + line));
                if (!fixes.getOrDefault(name, "").isEmpty()) {
                  report.add("  Fix: " + fixes.get(name) + ".");
                }
              }
            });
    if (!report.isEmpty()) {
      throw new AssertionError(String.join("\n", report));
    }
  }
}
