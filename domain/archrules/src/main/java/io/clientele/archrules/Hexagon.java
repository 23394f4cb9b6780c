package io.clientele.archrules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A hexagon: a domain, use cases around it, adapters that do not use each other, and a bootstrap
 * that wires them. Immutable; each method but {@link #check} returns another hexagon.
 *
 * <table>
 *   <caption>The rules, by name</caption>
 *   <tr><td>{@code core-knows-itself}</td><td>the core uses the JDK and itself</td></tr>
 *   <tr><td>{@code domain-below-application}</td><td>the domain does not use the application</td></tr>
 *   <tr><td>{@code core-below-adapters}</td><td>the core uses no adapter</td></tr>
 *   <tr><td>{@code adapters-apart}</td><td>no adapter uses another</td></tr>
 *   <tr><td>{@code driven-adapters-below-use-cases}</td><td>a driven adapter does not use the
 *       application; see {@link #driven}</td></tr>
 *   <tr><td>{@code bootstrap-on-top}</td><td>no other part uses bootstrap</td></tr>
 *   <tr><td>{@code ports-are-interfaces}</td><td>an adapter extends no class of the core</td></tr>
 *   <tr><td>{@code ports-in-domain}</td><td>interfaces that an adapter implements are in the domain, not in
 *       the application</td></tr>
 *   <tr><td>{@code ports-implemented-in-adapters}</td><td>interfaces that an adapter implements are implemented by
 *       neither core nor bootstrap</td></tr>
 *   <tr><td>{@code injection-in-bootstrap}</td><td>Dagger, Guice, Spring's context, CDI and the inject
 *       annotations are used in bootstrap only</td></tr>
 *   <tr><td>{@code no-cycles}</td><td>packages depend on each other in one direction</td></tr>
 *   <tr><td>{@code contexts-apart}</td><td>contexts of the domain do not use each other; only after
 *       {@link #contextsShare}</td></tr>
 *   <tr><td>{@code every-class-has-a-part}</td><td>no class below the root is outside of the
 *       hexagon</td></tr>
 * </table>
 */
public final class Hexagon {
  private final String root;
  private final Parts parts;
  private final Terms terms;
  private final RuleSelection selection;

  private Hexagon(String root, Parts parts, Terms terms, RuleSelection selection) {
    this.root = root;
    this.parts = parts;
    this.terms = terms;
    this.selection = selection;
  }

  /**
   * Creates a hexagon of the packages {@code domain}, {@code application}, {@code bootstrap} and
   * these adapters under a root.
   *
   * @param adapters names below the root: {@code "web"} is {@code com.acme.web}
   */
  public static Hexagon under(String root, String... adapters) {
    var named = Stream.of(adapters).map(name -> root + "." + name).toList();
    var parts =
        Parts.under(root)
            .with(Part.ADAPTERS, named)
            .with(Part.BOOTSTRAP, List.of(root + ".bootstrap"));
    return new Hexagon(root, parts, Terms.NONE, RuleSelection.ALL);
  }

  /** Sets the packages of the domain, by full name; none if there is no domain. */
  public Hexagon domain(String... packages) {
    return with(Part.DOMAIN, packages);
  }

  /** Sets the packages of the application, by full name; none if there is no application. */
  public Hexagon application(String... packages) {
    return with(Part.APPLICATION, packages);
  }

  /** Sets the packages of the bootstrap, by full name; may be the root. */
  public Hexagon bootstrap(String... packages) {
    return with(Part.BOOTSTRAP, packages);
  }

  /** Declares adapters that implement ports and call no use case: they use the domain only. */
  public Hexagon driven(String... adapters) {
    var named = Stream.of(adapters).map(name -> root + "." + name).toList();
    if (!parts.of(Part.ADAPTERS).containsAll(named)) {
      throw new IllegalArgumentException(
          "not all of " + named + " are among the adapters " + parts.of(Part.ADAPTERS));
    }
    return new Hexagon(root, parts, terms.driven(named), selection);
  }

  /**
   * Allows the core to use these packages and those below, such as a library of values. A package
   * that no imported class is in or uses fails the check.
   */
  public Hexagon coreMayKnow(String... packages) {
    return new Hexagon(root, parts, terms.allowed(Arrays.asList(packages)), selection);
  }

  /**
   * Declares each package right below the domain as a context: it uses the domain's own package
   * and, of the other contexts, these types only. The domain's own package uses no context.
   *
   * @param types full names; none if contexts share nothing
   */
  public Hexagon contextsShare(String... types) {
    return new Hexagon(root, parts, terms.shared(Set.of(types)), selection);
  }

  /** Also checks test classes. */
  public Hexagon withTests() {
    return new Hexagon(root, parts, terms, selection.withTests());
  }

  /** Excludes these rules. */
  public Hexagon without(String... rules) {
    return new Hexagon(root, parts, terms, selection.without(named(), rules));
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
    faults.addAll(Parts.missing(terms.sharedTypes(), classes));
    if (faults.isEmpty()) {
      faults.addAll(unknown(classes));
    }
    return faults;
  }

  /** The packages allowed to the core that no class is in and that the core does not use. */
  private List<String> unknown(JavaClasses classes) {
    return terms.allowedByOption().stream()
        .filter(name -> classes.stream().noneMatch(type -> knows(type, List.of(name))))
        .map(
            name ->
                "package "
                    + name
                    + " is named by .coreMayKnow(...); no imported class is in it or uses it")
        .toList();
  }

  private static boolean knows(JavaClass type, List<String> packages) {
    return Conditions.isIn(type, packages)
        || type.getDirectDependenciesFromSelf().stream()
            .anyMatch(dependency -> Conditions.isIn(Conditions.target(dependency), packages));
  }

  private Hexagon with(Part part, String... packages) {
    return new Hexagon(root, parts.with(part, Arrays.asList(packages)), terms, selection);
  }

  private NamedRules named() {
    return new HexagonRules(root, parts, terms, selection::includes).all();
  }
}
