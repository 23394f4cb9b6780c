package io.clientele.archrules;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Rules under names that never change, checked together and told together. */
final class NamedRules {
  private final Map<String, ArchRule> rules = new LinkedHashMap<>();

  /** Adds a rule, as a sentence. */
  NamedRules add(String name, ArchRule rule, String sentence) {
    rules.put(name, rule.as(sentence).allowEmptyShould(true));
    return this;
  }

  /** The names of all rules. */
  Set<String> names() {
    return rules.keySet();
  }

  /** The rules that are left. */
  Map<String, ArchRule> without(Set<String> excluded) {
    var left = new LinkedHashMap<>(rules);
    left.keySet().removeAll(excluded);
    return left;
  }

  /** These names and those; each must be one of ours, for a misspelt one would exclude nothing. */
  Set<String> excluding(Set<String> excluded, String... more) {
    var all = new TreeSet<>(excluded);
    for (var name : more) {
      if (!rules.containsKey(name)) {
        throw new IllegalArgumentException("no rule is named " + name + "; there are " + names());
      }
      all.add(name);
    }
    return all;
  }

  /** Checks what is left, and only then throws. Faults of the question come first and alone. */
  void check(JavaClasses classes, Set<String> excluded, List<String> faults) {
    if (!faults.isEmpty()) {
      throw new AssertionError(String.join("\n", faults));
    }
    var told = new ArrayList<String>();
    without(excluded)
        .forEach(
            (name, rule) -> {
              var lines = rule.evaluate(classes).getFailureReport().getDetails();
              if (!lines.isEmpty()) {
                told.add("[" + name + "] " + rule.getDescription() + ", but");
                lines.forEach(line -> told.add("  " + line));
              }
            });
    if (!told.isEmpty()) {
      throw new AssertionError(String.join("\n", told));
    }
  }
}
