package io.clientele.archrules;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Selects rules and classes: which rules are excluded, and whether test classes are checked.
 * Immutable.
 *
 * @param excluded names of the excluded rules
 * @param tests whether test classes are checked too
 */
record RuleSelection(Set<String> excluded, boolean tests) {
  /** All rules, without test classes. */
  static final RuleSelection ALL = new RuleSelection(Set.of(), false);

  private static final ImportOption MAIN = new ImportOption.DoNotIncludeTests();

  /**
   * Excludes these rules too.
   *
   * @throws IllegalArgumentException for a name that no rule has: a misspelt name excludes nothing
   */
  RuleSelection without(NamedRules rules, String... names) {
    var all = new TreeSet<>(excluded);
    for (var name : names) {
      if (!rules.names().contains(name)) {
        throw new IllegalArgumentException(
            "no rule is named " + name + "; there are " + rules.names());
      }
      all.add(name);
    }
    return new RuleSelection(all, tests);
  }

  /** Includes a rule that was excluded. */
  RuleSelection with(String name) {
    var left = new TreeSet<>(excluded);
    left.remove(name);
    return new RuleSelection(left, tests);
  }

  /** Checks test classes too. */
  RuleSelection withTests() {
    return new RuleSelection(excluded, true);
  }

  /** The rules that are not excluded. */
  Map<String, ArchRule> of(NamedRules rules) {
    return rules.without(excluded);
  }

  /** Whether a class is checked: test classes are not, by the folder or jar that they come from. */
  boolean includes(JavaClass type) {
    return tests
        || type.getSource().map(source -> MAIN.includes(Location.of(source.getUri()))).orElse(true);
  }

  /** Checks the classes, unless the check itself has faults: then only these are reported. */
  void check(JavaClasses imported, NamedRules rules, Function<JavaClasses, List<String>> faultsIn) {
    var classes = imported.that(DescribedPredicate.describe("are checked", this::includes));
    var faults = faultsIn.apply(classes);
    if (!faults.isEmpty()) {
      throw new AssertionError(String.join("\n", faults));
    }
    rules.check(classes, excluded);
  }
}
