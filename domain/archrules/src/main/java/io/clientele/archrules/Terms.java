package io.clientele.archrules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The options of a hexagon besides its parts.
 *
 * @param drivenAdapters full names of the packages that use the domain only
 * @param allowedByOption packages that the core may use in addition to those that are always
 *     allowed
 * @param shared the types that contexts share; empty if contexts are not checked
 */
record Terms(
    List<String> drivenAdapters, List<String> allowedByOption, Optional<Set<String>> shared) {
  static final Terms NONE = new Terms(List.of(), List.of(), Optional.empty());

  private static final List<String> ALWAYS_ALLOWED = List.of("java", "org.jspecify.annotations");

  Terms driven(List<String> adapters) {
    return new Terms(adapters, allowedByOption, shared);
  }

  Terms allowed(List<String> packages) {
    var all = new ArrayList<>(allowedByOption);
    all.addAll(packages);
    return new Terms(drivenAdapters, List.copyOf(all), shared);
  }

  Terms shared(Set<String> types) {
    return new Terms(drivenAdapters, allowedByOption, Optional.of(types));
  }

  List<String> allowedPackages() {
    var all = new ArrayList<>(ALWAYS_ALLOWED);
    all.addAll(allowedByOption);
    return all;
  }

  Set<String> sharedTypes() {
    return shared.orElse(Set.of());
  }
}
