package io.clientele.archrules;

import static io.clientele.archrules.Conditions.isIn;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rules for a core that gets its dependencies by constructor: time, randomness, threads, input and
 * output. Immutable; each method but {@link #check} returns other rules.
 *
 * <p>A use case is a public class of the application that implements no interface and is no record,
 * enum or exception.
 *
 * <table>
 *   <caption>The rules, by name</caption>
 *   <tr><td>{@code no-ambient-time}</td><td>no {@code Instant.now()}, {@code
 *       System.currentTimeMillis()}, system clock or similar; {@code System.nanoTime()} measures and is
 *       allowed</td></tr>
 *   <tr><td>{@code no-ambient-chance}</td><td>no {@code UUID.randomUUID()}, {@code Math.random()}, no
 *       random generator of its own</td></tr>
 *   <tr><td>{@code no-threads}</td><td>no thread, executor or timer is created, and the common pool
 *       is not used</td></tr>
 *   <tr><td>{@code no-static-state}</td><td>static fields are final and hold nothing that can change: no
 *       mutable collection, no random generator</td></tr>
 *   <tr><td>{@code no-io}</td><td>no files, sockets, name look-ups, HTTP clients, JDBC or
 *       processes</td></tr>
 *   <tr><td>{@code no-environment}</td><td>no system property, environment variable or console</td></tr>
 *   <tr><td>{@code no-field-injection}</td><td>nothing is injected into fields or setters</td></tr>
 *   <tr><td>{@code use-cases-are-final}</td><td>a use case is final, and so are its fields</td></tr>
 *   <tr><td>{@code use-cases-do-one-thing}</td><td>a use case has one public method, the verb that its
 *       name begins with: {@code CloseAccount.close}; it may take several forms</td></tr>
 *   <tr><td>{@code use-cases-name-their-outcomes}</td><td>a use case returns no {@code Optional}:
 *       denied, absent and unfinished are cases of a sealed type</td></tr>
 * </table>
 */
public final class CoreRules {
  private final Parts parts;
  private final Set<String> exempt;
  private final Set<String> supporting;
  private final RuleSelection selection;

  private CoreRules(
      Parts parts, Set<String> exempt, Set<String> supporting, RuleSelection selection) {
    this.parts = parts;
    this.exempt = exempt;
    this.supporting = supporting;
    this.selection = selection;
  }

  /** Rules for the packages {@code domain} and {@code application} under a root. */
  public static CoreRules under(String root) {
    return new CoreRules(Parts.under(root), Set.of(), Set.of(), RuleSelection.ALL);
  }

  /** Sets the packages of the domain, by full name; none if there is no domain. */
  public CoreRules domain(String... packages) {
    return new CoreRules(
        parts.with(Part.DOMAIN, Arrays.asList(packages)), exempt, supporting, selection);
  }

  /** Sets the packages of the application, by full name; none if there is no application. */
  public CoreRules application(String... packages) {
    return new CoreRules(
        parts.with(Part.APPLICATION, Arrays.asList(packages)), exempt, supporting, selection);
  }

  /** Excludes these types, by full name, such as a type that supplies defaults. */
  public CoreRules exceptFor(String... types) {
    return new CoreRules(parts, Set.of(types), supporting, selection);
  }

  /**
   * Excludes these packages of the application and those below from the rules of use cases, by full
   * name, such as a mechanism that use cases share.
   */
  public CoreRules withoutUseCasesIn(String... packages) {
    return new CoreRules(parts, exempt, Set.of(packages), selection);
  }

  /** Also checks test classes. */
  public CoreRules withTests() {
    return new CoreRules(parts, exempt, supporting, selection.withTests());
  }

  /** Excludes these rules. */
  public CoreRules without(String... rules) {
    return new CoreRules(parts, exempt, supporting, selection.without(named(), rules));
  }

  /** The rules that {@link #check} checks, by name, for other runners. */
  public Map<String, ArchRule> rules() {
    return selection.of(named());
  }

  /**
   * Checks all rules.
   *
   * @throws AssertionError with all violations, or with each named package without a class
   */
  public void check(JavaClasses classes) {
    selection.check(classes, named(), this::faults);
  }

  private List<String> faults(JavaClasses classes) {
    var faults = new ArrayList<>(parts.faults(classes));
    faults.addAll(Parts.missing(exempt, classes));
    supporting.stream()
        .filter(name -> classes.stream().noneMatch(type -> isIn(type, Set.of(name))))
        .map(Parts::emptiness)
        .forEach(faults::add);
    return faults;
  }

  private NamedRules named() {
    var rules = new NamedRules();
    Ambient.addTo(rules, type -> isBound(type, Part.DOMAIN, Part.APPLICATION));
    UseCases.addTo(rules, type -> isBound(type, Part.APPLICATION) && !isIn(type, supporting));
    return rules;
  }

  private boolean isBound(JavaClass type, Part... bound) {
    return parts.has(type, bound) && !exempt.contains(type.getName());
  }
}
