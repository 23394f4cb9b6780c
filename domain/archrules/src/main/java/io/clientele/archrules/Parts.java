package io.clientele.archrules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The packages of each part. A class belongs to the longest named package that contains it, so that
 * bootstrap may be the root itself. Immutable.
 */
final class Parts {
  /** Holds the annotations and Javadoc of a package; a package with only this class is empty. */
  private static final String PACKAGE_INFO = "package-info";

  private final Map<Part, List<String>> packages;
  private final Map<String, Part> homes = new HashMap<>();

  Parts(Map<Part, List<String>> packages) {
    this.packages = packages;
    packages.forEach((part, names) -> names.forEach(name -> homes.put(name, part)));
  }

  /** The default names under a root. */
  static Parts under(String root) {
    return new Parts(
        Map.of(
            Part.DOMAIN, List.of(root + ".domain"),
            Part.APPLICATION, List.of(root + ".application")));
  }

  /** Returns the parts with these packages for one part. */
  Parts with(Part part, Collection<String> names) {
    var changed = new EnumMap<>(packages);
    changed.put(part, List.copyOf(names));
    return new Parts(changed);
  }

  /** The packages of one part. */
  List<String> of(Part part) {
    return packages.getOrDefault(part, List.of());
  }

  /** The named package that a class, or the component type of an array, belongs to. */
  Optional<String> home(JavaClass type) {
    var name = type.getBaseComponentType().getPackageName();
    while (!name.isEmpty() && !homes.containsKey(name)) {
      name = name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }
    return name.isEmpty() ? Optional.empty() : Optional.of(name);
  }

  /** Whether a class belongs to one of these parts. */
  boolean has(JavaClass type, Part... parts) {
    var part = home(type).map(homes::get);
    return part.isPresent() && List.of(parts).contains(part.get());
  }

  /** Whether a class belongs to any part. */
  boolean hasAny(JavaClass type) {
    return home(type).isPresent();
  }

  /** The faults of the named packages: named twice, or without a class. */
  List<String> faults(JavaClasses classes) {
    var inhabited =
        classes.stream()
            .filter(type -> !isPackageInfo(type))
            .flatMap(type -> home(type).stream())
            .distinct()
            .toList();
    var named = packages.values().stream().flatMap(List::stream).toList();
    var faults = new ArrayList<String>();
    named.stream()
        .distinct()
        .flatMap(
            name ->
                Stream.concat(
                    named.indexOf(name) == named.lastIndexOf(name)
                        ? Stream.empty()
                        : Stream.of("package " + name + " is named twice"),
                    inhabited.contains(name) ? Stream.empty() : Stream.of(emptiness(name))))
        .forEach(faults::add);
    return faults;
  }

  /** The fault of a package without a class. */
  static String emptiness(String name) {
    return "package " + name + " is named and holds no imported class";
  }

  /** The faults of types that are named and not imported. */
  static List<String> missing(Collection<String> types, JavaClasses classes) {
    return types.stream()
        .filter(type -> !classes.contain(type))
        .map(type -> "type " + type + " is named and not imported")
        .toList();
  }

  static boolean isPackageInfo(JavaClass type) {
    return type.getSimpleName().equals(PACKAGE_INFO);
  }
}
