package io.clientele.archrules;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A directed graph of names that finds its cycles. Each edge keeps one example of its cause. */
final class Cycles {
  private final Map<String, Map<String, String>> edges = new TreeMap<>();

  /**
   * Describes the cycles between classes or between groups of them, such as packages.
   *
   * @param checked the classes that count, as users and as used
   * @param name the name of a class's group
   */
  static Stream<String> between(
      List<JavaClass> types, Predicate<JavaClass> checked, Function<JavaClass, String> name) {
    var graph = new Cycles();
    for (var type : types) {
      for (var dependency : type.getDirectDependenciesFromSelf()) {
        var used = Conditions.target(dependency);
        if (checked.test(used) && !name.apply(used).equals(name.apply(type))) {
          graph.add(name.apply(type), name.apply(used), dependency.getDescription());
        }
      }
    }
    return graph.described();
  }

  /** Adds an edge; of several examples, the alphabetically first is kept. */
  void add(String from, String to, String example) {
    edges
        .computeIfAbsent(from, key -> new TreeMap<>())
        .merge(to, example, (a, b) -> a.compareTo(b) <= 0 ? a : b);
  }

  /**
   * Describes each group of names that reach each other: its shortest cycle through its first name,
   * with the examples of that cycle's edges, and the size of the group.
   */
  Stream<String> described() {
    var grouped = new TreeSet<String>();
    var descriptions = new ArrayList<String>();
    for (var name : edges.keySet()) {
      if (!grouped.contains(name)) {
        var cycle = shortestCycle(name);
        if (!cycle.isEmpty()) {
          var group = group(name);
          grouped.addAll(group);
          descriptions.add(describe(cycle, group));
        }
      }
    }
    return descriptions.stream();
  }

  /** Whether a path of at least one edge leads from one name to another. */
  boolean reaches(String from, String to) {
    return reachable(from).contains(to);
  }

  private String describe(List<String> cycle, Set<String> group) {
    var text = new StringBuilder("Cycle: ").append(String.join(" -> ", cycle));
    if (group.size() > cycle.size() - 1) {
      text.append(" (one of ").append(group.size()).append(" that reach each other: ");
      text.append(String.join(", ", group)).append(")");
    }
    for (var i = 1; i < cycle.size(); i++) {
      var example = nextTo(cycle.get(i - 1)).getOrDefault(cycle.get(i), "");
      if (!example.isEmpty()) {
        text.append("\n    ").append(example);
      }
    }
    return text.toString();
  }

  private Set<String> group(String name) {
    var group = reachable(name);
    group.removeIf(other -> !reaches(other, name));
    return group;
  }

  private Set<String> reachable(String start) {
    var found = new TreeSet<String>();
    var open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      for (var next : nextTo(open.remove()).keySet()) {
        if (found.add(next)) {
          open.add(next);
        }
      }
    }
    return found;
  }

  /** The names of a shortest cycle that starts and ends with this one; empty if there is none. */
  private List<String> shortestCycle(String start) {
    var seen = new HashSet<String>();
    var ways = new ArrayDeque<>(List.of(List.of(start)));
    while (!ways.isEmpty()) {
      var way = ways.remove();
      for (var next : nextTo(way.get(way.size() - 1)).keySet()) {
        if (seen.add(next)) {
          var longer = Stream.concat(way.stream(), Stream.of(next)).toList();
          if (next.equals(start)) {
            return longer;
          }
          ways.add(longer);
        }
      }
    }
    return List.of();
  }

  private Map<String, String> nextTo(String name) {
    return edges.getOrDefault(name, Map.of());
  }
}
