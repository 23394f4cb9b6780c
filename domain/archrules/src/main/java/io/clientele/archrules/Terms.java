package io.clientele.archrules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a hexagon allows and demands beyond its parts.
 *
 * @param drivenAdapters full names of the packages that see the domain only
 * @param allowedPackages what the core may know
 * @param shared the types that contexts share; empty if there are no contexts
 */
record Terms(
    List<String> drivenAdapters, List<String> allowedPackages, Optional<Set<String>> shared) {
  static final Terms NONE =
      new Terms(List.of(), List.of("java", "org.jspecify.annotations"), Optional.empty());

  Terms driven(List<String> adapters) {
    return new Terms(adapters, allowedPackages, shared);
  }

  Terms allowed(List<String> packages) {
    var all = new ArrayList<>(allowedPackages);
    all.addAll(packages);
    return new Terms(drivenAdapters, List.copyOf(all), shared);
  }

  Terms shared(Set<String> types) {
    return new Terms(drivenAdapters, allowedPackages, Optional.of(types));
  }

  Set<String> sharedTypes() {
    return shared.orElse(Set.of());
  }
}
