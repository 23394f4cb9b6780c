package io.clientele.bootstrap.rules;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Measures source files that belong together, such as the main sources of one module. */
record SourceMeasures(List<SourceFile> sources) {
  /** The middle of ordered figures; of an even number of figures, the lower one. Zero for none. */
  static int median(IntStream figures) {
    return percentile(figures, 50);
  }

  /** The smallest figure that at least this percentage of the figures do not exceed. */
  static int percentile(IntStream figures, int percent) {
    var ordered = figures.sorted().toArray();
    return ordered.length == 0
        ? 0
        : ordered[Math.max(0, (ordered.length * percent + 99) / 100 - 1)];
  }

  /** The 95th percentile of figures. */
  static int p95(IntStream figures) {
    return percentile(figures, 95);
  }

  IntStream fileLines() {
    return sources.stream().filter(SourceFile::declaresTypes).mapToInt(file -> file.lines().size());
  }

  Stream<SourceFile.Method> methods() {
    return sources.stream().flatMap(file -> file.methods().stream());
  }

  IntStream methodLines() {
    return methods().mapToInt(SourceFile.Method::lines);
  }

  /** The percentage of comment lines among the lines that are not blank. */
  double commentPercent() {
    long comments = 0;
    long all = 0;
    for (var source : sources) {
      var lines = CommentLines.of(source.lines());
      comments += lines.comments();
      all += lines.filled();
    }
    return all == 0 ? 0 : 100.0 * comments / all;
  }

  /** The number of top-level types of each package. */
  Map<String, Integer> packageSizes() {
    var sizes = new TreeMap<String, Integer>();
    sources.forEach(
        source -> sizes.merge(source.packageName(), source.types().size(), Integer::sum));
    return sizes;
  }

  /** Groups of packages that reach each other by imports. */
  List<Set<String>> packageCycles() {
    var packages = packageSizes().keySet();
    var edges = new HashMap<String, Set<String>>();
    for (var source : sources) {
      source.imports().stream()
          .flatMap(name -> packageOf(name, packages).stream())
          .filter(used -> !used.equals(source.packageName()))
          .forEach(
              used ->
                  edges.computeIfAbsent(source.packageName(), key -> new HashSet<>()).add(used));
    }
    return groups(edges);
  }

  /** Groups of top-level types of one package that reach each other, by full name. */
  List<Set<String>> classCycles() {
    var byPackage = sources.stream().collect(Collectors.groupingBy(SourceFile::packageName));
    return byPackage.values().stream().flatMap(files -> groups(uses(files)).stream()).toList();
  }

  /** Simple names of top-level types that stand in more than one place. */
  Map<String, List<String>> duplicateNames() {
    var places = new TreeMap<String, List<String>>();
    sources.forEach(
        source ->
            source
                .types()
                .forEach(
                    name ->
                        places
                            .computeIfAbsent(name, key -> new ArrayList<>())
                            .add(source.packageName())));
    places.values().removeIf(list -> list.size() < 2);
    return places;
  }

  private static Map<String, Set<String>> uses(List<SourceFile> files) {
    var names = files.stream().flatMap(file -> file.types().stream()).collect(Collectors.toSet());
    var edges = new HashMap<String, Set<String>>();
    for (var file : files) {
      var hidden = new HashSet<>(file.nested());
      file.imports().forEach(name -> hidden.add(name.substring(name.lastIndexOf('.') + 1)));
      var used = new HashSet<>(file.names());
      used.retainAll(names);
      used.removeAll(hidden);
      for (var type : file.types()) {
        var others = new HashSet<>(used);
        file.types().forEach(others::remove);
        edges.put(
            file.packageName() + "." + type,
            others.stream()
                .map(name -> file.packageName() + "." + name)
                .collect(Collectors.toSet()));
      }
    }
    return edges;
  }

  /** The longest of the packages that a full name lies in. */
  private static Optional<String> packageOf(String name, Set<String> packages) {
    return packages.stream()
        .filter(candidate -> name.startsWith(candidate + "."))
        .max(Comparator.comparing(String::length));
  }

  private static List<Set<String>> groups(Map<String, Set<String>> edges) {
    var groups = new ArrayList<Set<String>>();
    var grouped = new HashSet<String>();
    for (var name : new TreeSet<>(edges.keySet())) {
      if (!grouped.contains(name) && reachable(name, edges).contains(name)) {
        var group =
            reachable(name, edges).stream()
                .filter(other -> reachable(other, edges).contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
        grouped.addAll(group);
        groups.add(group);
      }
    }
    return groups;
  }

  private static Set<String> reachable(String start, Map<String, Set<String>> edges) {
    var found = new HashSet<String>();
    var open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      for (var next : edges.getOrDefault(open.remove(), Set.of())) {
        if (found.add(next)) {
          open.add(next);
        }
      }
    }
    return found;
  }
}
