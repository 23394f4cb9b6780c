package io.clientele.archrules;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Bounded contexts that use each other along a {@link ContextMap}, in every layer. Immutable; each
 * method but {@link #check} returns other rules.
 *
 * <p>A layer is a root package, such as {@code com.acme.domain} or {@code com.acme.web}. The first
 * package segment below the root names the context, if the map has it: {@code
 * com.acme.web.order.export} belongs to {@code order}. All other packages of a layer are shared:
 * each context may use them, and they may use no context, unless the map says so under the
 * package's full name. Classes outside the layers and generated classes are not checked: those with
 * an annotation that is kept in the class file and whose name ends in {@code Generated}.
 *
 * <table>
 *   <caption>The rules, by name</caption>
 *   <tr><td>{@code contexts}</td><td>a class uses its own context, shared packages, and the contexts
 *       that the map allows</td></tr>
 *   <tr><td>{@code every-package-is-named}</td><td>the map names each package of a layer, as a context
 *       or as shared; only after {@link #demandNamed}, so that a new context cannot pass as a shared
 *       package</td></tr>
 * </table>
 */
public final class ContextRules {
  private static final String NAMED = "every-package-is-named";

  private final ContextMap map;
  private final List<String> layers;
  private final RuleSelection selection;

  private ContextRules(ContextMap map, List<String> layers, RuleSelection selection) {
    this.map = map;
    this.layers = layers;
    this.selection = selection;
  }

  /**
   * Creates the rules of a context map.
   *
   * @param layers the layers' root packages, by full name
   * @throws IllegalArgumentException if there is no layer, or one is named twice
   */
  public static ContextRules of(ContextMap map, String... layers) {
    if (layers.length == 0 || Set.copyOf(List.of(layers)).size() < layers.length) {
      throw new IllegalArgumentException("layers are distinct, and there is at least one");
    }
    return new ContextRules(map, List.of(layers), new RuleSelection(Set.of(NAMED), false));
  }

  /** Requires that the map names each package of a layer. */
  public ContextRules demandNamed() {
    return new ContextRules(map, layers, selection.with(NAMED));
  }

  /** Also checks test classes. */
  public ContextRules withTests() {
    return new ContextRules(map, layers, selection.withTests());
  }

  /** Excludes these rules. */
  public ContextRules without(String... rules) {
    return new ContextRules(map, layers, selection.without(named(), rules));
  }

  /** The rules that {@link #check} checks, by name, for other runners. */
  public Map<String, ArchRule> rules() {
    return selection.of(named());
  }

  /**
   * Checks all rules.
   *
   * @throws AssertionError with all violations, or with each named layer, context and shared
   *     package without a class
   */
  public void check(JavaClasses classes) {
    selection.check(classes, named(), this::faults);
  }

  private NamedRules named() {
    return new NamedRules()
        .add(
            "contexts",
            Conditions.together(
                type -> unit(type).isPresent() && !Conditions.isGenerated(type), this::brokenEdges),
            "contexts use each other along " + map.origin(),
            "")
        .add(
            NAMED,
            Conditions.together(type -> unit(type).isPresent(), this::unnamed),
            map.origin() + " names every package",
            "declare the package in " + map.origin() + ", as a context or as a shared package");
  }

  private List<String> faults(JavaClasses classes) {
    var inhabited = new TreeSet<String>();
    var units = new TreeSet<String>();
    for (var type : classes) {
      if (!Parts.isPackageInfo(type)) {
        layer(type).ifPresent(inhabited::add);
        unit(type).map(this::name).ifPresent(units::add);
      }
    }
    var faults = new ArrayList<String>();
    layers.stream()
        .filter(name -> !inhabited.contains(name))
        .map(Parts::emptiness)
        .forEach(faults::add);
    Stream.concat(map.contexts().stream(), map.sharedPackages().stream())
        .filter(name -> !units.contains(name))
        .map(name -> name + " is named in " + map.origin() + " and holds no imported class")
        .forEach(faults::add);
    return faults;
  }

  private Stream<String> brokenEdges(List<JavaClass> types) {
    var edges = new TreeMap<Edge, List<Dependency>>(Edge.ORDER);
    for (var type : types) {
      var user = name(unit(type).orElseThrow());
      for (var dependency : type.getDirectDependenciesFromSelf()) {
        unit(Conditions.target(dependency))
            .map(this::name)
            .filter(map::isContext)
            .filter(context -> !map.allows(user, context))
            .ifPresent(
                context ->
                    edges
                        .computeIfAbsent(new Edge(user, context), edge -> new ArrayList<>())
                        .add(dependency));
      }
    }
    return edges.entrySet().stream().map(entry -> describe(entry.getKey(), entry.getValue()));
  }

  private String describe(Edge edge, List<Dependency> dependencies) {
    var example = dependencies.stream().min(Comparator.comparing(ContextRules::pair)).orElseThrow();
    var pairs = dependencies.stream().map(ContextRules::pair).collect(Collectors.toSet());
    return edge.user
        + " -> "
        + edge.context
        + ": "
        + pair(example)
        + " "
        + example.getSourceCodeLocation()
        + (pairs.size() == 1
            ? ""
            : " and " + (pairs.size() - 1) + " more class pair" + (pairs.size() == 2 ? "" : "s"))
        + "; "
        + fix(edge);
  }

  private String fix(Edge edge) {
    if (!map.isContext(edge.user)) {
      return "move the class to "
          + edge.context
          + ", invert the dependency by an interface, or write \""
          + edge.user
          + " = "
          + edge.context
          + "\" in "
          + map.origin();
    }
    return map.wouldCycle(edge.user, edge.context)
        ? edge.context
            + " already uses "
            + edge.user
            + ", so the map cannot allow it: move what both need to a shared package, or let "
            + edge.user
            + " publish an event"
        : "add "
            + edge.context
            + " to the line of "
            + edge.user
            + " in "
            + map.origin()
            + ", or move what both need to a shared package";
  }

  private Stream<String> unnamed(List<JavaClass> types) {
    var known = new LinkedHashSet<>(map.contexts());
    known.addAll(map.sharedPackages());
    return types.stream()
        .map(type -> name(unit(type).orElseThrow()))
        .distinct()
        .filter(name -> !known.contains(name))
        .map(name -> "Package " + name + " is not named");
  }

  /** The layer of a class: the longest root that contains it. */
  private Optional<String> layer(JavaClass type) {
    return layers.stream()
        .filter(root -> Conditions.isIn(type, List.of(root)))
        .max(Comparator.comparingInt(String::length));
  }

  /**
   * The package that determines the context: the first below the layer's root, or the root itself.
   */
  private Optional<String> unit(JavaClass type) {
    return layer(type)
        .map(
            root -> {
              var name = type.getPackageName();
              var end = name.length() == root.length() ? -1 : name.indexOf('.', root.length() + 1);
              return end < 0 ? name : name.substring(0, end);
            });
  }

  /** The context of a package; for a shared package, its full name. */
  private String name(String unit) {
    var last = unit.substring(unit.lastIndexOf('.') + 1);
    return !layers.contains(unit) && map.isContext(last) ? last : unit;
  }

  private static String pair(Dependency dependency) {
    return dependency.getOriginClass().getName()
        + " uses "
        + Conditions.target(dependency).getName();
  }

  /** A use of a context by a context or a shared package. */
  private record Edge(String user, String context) {
    static final Comparator<Edge> ORDER =
        Comparator.comparing(Edge::user).thenComparing(Edge::context);
  }
}
