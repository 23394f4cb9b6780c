package io.clientele.archrules;

import static io.clientele.archrules.Conditions.each;
import static io.clientele.archrules.Conditions.isIn;
import static io.clientele.archrules.Conditions.sees;
import static io.clientele.archrules.Part.ADAPTERS;
import static io.clientele.archrules.Part.APPLICATION;
import static io.clientele.archrules.Part.BOOTSTRAP;
import static io.clientele.archrules.Part.DOMAIN;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The rules of {@link Hexagon}. */
final class HexagonRules {
  private static final List<String> INJECTION =
      List.of(
          "dagger",
          "javax.inject",
          "jakarta.inject",
          "jakarta.enterprise",
          "com.google.inject",
          "io.micronaut.context",
          "org.springframework.beans",
          "org.springframework.context",
          "org.springframework.stereotype");

  private final String root;
  private final Parts parts;
  private final Terms terms;

  HexagonRules(String root, Parts parts, Terms terms) {
    this.root = root;
    this.parts = parts;
    this.terms = terms;
  }

  NamedRules all() {
    var rules = new NamedRules();
    addDirections(rules);
    addPorts(rules);
    rules.add(
        "injection-in-bootstrap",
        sees(
            type -> parts.has(type, DOMAIN, APPLICATION, ADAPTERS),
            (type, seen) -> isIn(seen, INJECTION)),
        "injection is known in bootstrap alone");
    rules.add("no-cycles", noCycles(), "packages depend on each other in one direction");
    rules.add(
        "contexts-apart",
        sees(in(DOMAIN), this::crossesContexts),
        "contexts see the kernel and, of each other, what is shared");
    rules.add(
        "every-class-has-a-part",
        each(
            type -> isIn(type, List.of(root)) && !parts.hasAny(type),
            type -> Stream.of("Class <" + type.getName() + "> is in none of the named packages")),
        "every class below the root is in a part of the hexagon");
    return rules;
  }

  private void addDirections(NamedRules rules) {
    Predicate<JavaClass> core = in(DOMAIN).or(in(APPLICATION));
    rules.add(
        "core-knows-itself",
        sees(
            core,
            (type, seen) ->
                !seen.isPrimitive() && !parts.hasAny(seen) && !isIn(seen, terms.allowedPackages())),
        "the core knows the JDK and itself");
    rules.add(
        "domain-below-application",
        sees(in(DOMAIN), (type, seen) -> parts.has(seen, APPLICATION)),
        "the domain does not see the application");
    rules.add(
        "core-below-adapters",
        sees(core, (type, seen) -> parts.has(seen, ADAPTERS)),
        "the core sees no adapter");
    rules.add(
        "adapters-apart",
        sees(
            in(ADAPTERS),
            (type, seen) ->
                parts.has(seen, ADAPTERS) && !parts.home(type).equals(parts.home(seen))),
        "no adapter sees another");
    rules.add(
        "driven-adapters-below-use-cases",
        sees(
            type -> parts.home(type).filter(terms.drivenAdapters()::contains).isPresent(),
            (type, seen) -> parts.has(seen, APPLICATION)),
        "driven adapters see the domain only");
    rules.add(
        "bootstrap-on-top",
        sees(core.or(in(ADAPTERS)), (type, seen) -> parts.has(seen, BOOTSTRAP)),
        "nobody but bootstrap sees bootstrap");
  }

  private void addPorts(NamedRules rules) {
    rules.add(
        "ports-are-interfaces",
        each(
            in(ADAPTERS),
            type ->
                type.getRawSuperclass().stream()
                    .filter(extended -> parts.has(extended, DOMAIN, APPLICATION))
                    .map(extended -> message(type, "extends", extended))),
        "adapters implement interfaces of the core and extend none of its classes");
    rules.add(
        "ports-in-domain",
        each(in(ADAPTERS), type -> implemented(type, APPLICATION)),
        "what an adapter implements stands in the domain");
    rules.add(
        "ports-implemented-in-adapters",
        each(
            type -> parts.has(type, DOMAIN, APPLICATION, BOOTSTRAP) && !type.isInterface(),
            type ->
                type.getAllRawInterfaces().stream()
                    .filter(this::isDrivenPort)
                    .map(port -> message(type, "implements", port))),
        "what an adapter implements, nobody else does");
  }

  private Stream<String> implemented(JavaClass type, Part part) {
    return type.getAllRawInterfaces().stream()
        .filter(port -> parts.has(port, part))
        .map(port -> message(type, "implements", port));
  }

  private boolean isDrivenPort(JavaClass type) {
    return parts.has(type, DOMAIN)
        && type.getAllSubclasses().stream()
            .anyMatch(implementor -> parts.has(implementor, ADAPTERS));
  }

  private boolean crossesContexts(JavaClass type, JavaClass seen) {
    return terms.shared().isPresent()
        && parts.has(seen, DOMAIN)
        && !context(seen).isEmpty()
        && !context(seen).equals(context(type))
        && !terms.sharedTypes().contains(outermost(seen).getName());
  }

  /** The package right below the domain's own; empty for the kernel. */
  private String context(JavaClass type) {
    var home = parts.home(type).orElseThrow();
    var below = type.getPackageName().substring(home.length());
    var end = below.indexOf('.', 1);
    return below.isEmpty() ? "" : home + (end < 0 ? below : below.substring(0, end));
  }

  private ArchRule noCycles() {
    return SlicesRuleDefinition.slices()
        .assignedFrom(
            new SliceAssignment() {
              @Override
              public SliceIdentifier getIdentifierOf(JavaClass type) {
                return parts.hasAny(type)
                    ? SliceIdentifier.of(type.getPackageName())
                    : SliceIdentifier.ignore();
              }

              @Override
              public String getDescription() {
                return "packages";
              }
            })
        .namingSlices("$1")
        .should()
        .beFreeOfCycles();
  }

  private Predicate<JavaClass> in(Part part) {
    return type -> parts.has(type, part);
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(HexagonRules::outermost).orElse(type);
  }

  private static String message(JavaClass type, String verb, JavaClass other) {
    return "Class <" + type.getName() + "> " + verb + " <" + other.getName() + ">";
  }
}
