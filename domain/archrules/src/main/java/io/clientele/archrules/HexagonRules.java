package io.clientele.archrules;

import static io.clientele.archrules.Conditions.each;
import static io.clientele.archrules.Conditions.isIn;
import static io.clientele.archrules.Conditions.sees;
import static io.clientele.archrules.Conditions.together;
import static io.clientele.archrules.Part.ADAPTERS;
import static io.clientele.archrules.Part.APPLICATION;
import static io.clientele.archrules.Part.BOOTSTRAP;
import static io.clientele.archrules.Part.DOMAIN;

import com.tngtech.archunit.core.domain.JavaClass;
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
  private final Predicate<JavaClass> included;

  HexagonRules(String root, Parts parts, Terms terms, Predicate<JavaClass> included) {
    this.root = root;
    this.parts = parts;
    this.terms = terms;
    this.included = included;
  }

  NamedRules all() {
    var rules = new NamedRules();
    addCore(rules);
    addAdapters(rules);
    addPorts(rules);
    rules.add(
        "injection-in-bootstrap",
        sees(
            type -> parts.has(type, DOMAIN, APPLICATION, ADAPTERS),
            (type, seen) -> isIn(seen, INJECTION)),
        "injection is used in bootstrap only",
        "inject constructors from bootstrap: no annotation is needed in the class itself");
    rules.add(
        "no-cycles",
        together(
            parts::hasAny,
            types -> Cycles.between(types, parts::hasAny, JavaClass::getPackageName)),
        "packages depend on each other in one direction",
        "move the types that need each other to one package, or invert one dependency by an"
            + " interface");
    rules.add(
        "contexts-apart",
        sees(in(DOMAIN), this::crossesContexts),
        "contexts use the kernel and the shared types of other contexts",
        "share the type by .contextsShare(\"full.name.of.the.Type\"), or move it to the domain's"
            + " own package");
    rules.add(
        "every-class-has-a-part",
        each(
            type -> isIn(type, List.of(root)) && !parts.hasAny(type),
            type -> Stream.of("Class <" + type.getName() + "> is in none of the named packages")),
        "every class below the root is in a part of the hexagon",
        "name the package as an adapter of Hexagon.under(...), or by .domain(...),"
            + " .application(...) or .bootstrap(...)");
    return rules;
  }

  private void addCore(NamedRules rules) {
    var core = in(DOMAIN).or(in(APPLICATION));
    rules.add(
        "core-knows-itself",
        sees(
            core,
            (type, seen) ->
                !seen.isPrimitive() && !parts.hasAny(seen) && !isIn(seen, terms.allowedPackages())),
        "the core uses the JDK and itself only",
        "declare a port in the domain and implement it in an adapter, or"
            + " .coreMayKnow(\"full.name.of.the.package\") for a library of values");
    rules.add(
        "domain-below-application",
        sees(in(DOMAIN), (type, seen) -> parts.has(seen, APPLICATION)),
        "the domain does not use the application",
        "move the type to the domain, or the class that needs it to the application");
    rules.add(
        "core-below-adapters",
        sees(core, (type, seen) -> parts.has(seen, ADAPTERS)),
        "the core uses no adapter",
        "declare a port in the domain and let the adapter implement it");
  }

  private void addAdapters(NamedRules rules) {
    rules.add(
        "adapters-apart",
        sees(
            in(ADAPTERS),
            (type, seen) ->
                parts.has(seen, ADAPTERS) && !parts.home(type).equals(parts.home(seen))),
        "no adapter uses another",
        "move what both need to the domain, or wire them together in bootstrap");
    rules.add(
        "driven-adapters-below-use-cases",
        sees(
            type -> parts.home(type).filter(terms.drivenAdapters()::contains).isPresent(),
            (type, seen) -> parts.has(seen, APPLICATION)),
        "driven adapters use the domain only",
        "move the type to the domain, or take the adapter out of .driven(...)");
    rules.add(
        "bootstrap-on-top",
        sees(
            in(DOMAIN).or(in(APPLICATION)).or(in(ADAPTERS)),
            (type, seen) -> parts.has(seen, BOOTSTRAP)),
        "no other part uses bootstrap",
        "hand the value over by constructor");
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
        "adapters implement interfaces of the core and extend none of its classes",
        "make the port an interface");
    rules.add(
        "ports-in-domain",
        each(in(ADAPTERS), type -> implemented(type, APPLICATION)),
        "interfaces that an adapter implements are in the domain",
        "move the port to the domain, or .without(\"ports-in-domain\")");
    rules.add(
        "ports-implemented-in-adapters",
        each(
            type -> parts.has(type, DOMAIN, APPLICATION, BOOTSTRAP) && !type.isInterface(),
            type ->
                type.getAllRawInterfaces().stream()
                    .filter(this::isDrivenPort)
                    .map(port -> message(type, "implements", port))),
        "only adapters implement the interfaces that an adapter implements",
        "move the implementation to an adapter");
  }

  private Stream<String> implemented(JavaClass type, Part part) {
    return type.getAllRawInterfaces().stream()
        .filter(port -> parts.has(port, part))
        .map(port -> message(type, "implements", port));
  }

  private boolean isDrivenPort(JavaClass type) {
    return parts.has(type, DOMAIN)
        && type.getAllSubclasses().stream()
            .filter(included)
            .anyMatch(implementor -> parts.has(implementor, ADAPTERS));
  }

  private boolean crossesContexts(JavaClass type, JavaClass seen) {
    return terms.shared().isPresent()
        && parts.has(seen, DOMAIN)
        && !context(seen).isEmpty()
        && !context(seen).equals(context(type))
        && !terms.sharedTypes().contains(Conditions.outermost(seen).getName());
  }

  /** The context of a type: the package right below the domain's own; empty for the kernel. */
  private String context(JavaClass type) {
    var home = parts.home(type).orElseThrow();
    var below = type.getPackageName().substring(home.length());
    var end = below.indexOf('.', 1);
    return below.isEmpty() ? "" : home + (end < 0 ? below : below.substring(0, end));
  }

  private Predicate<JavaClass> in(Part part) {
    return type -> parts.has(type, part);
  }

  private static String message(JavaClass type, String verb, JavaClass other) {
    return "Class <" + type.getName() + "> " + verb + " <" + other.getName() + ">";
  }
}
