package io.clientele.infra.rules;

import io.clientele.infra.graph.ResourceGraph;
import io.clientele.infra.graph.ResourceNode;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A rule that every stack must satisfy.
 *
 * @param id the id in the public catalogue; ids of this project begin with CLIENTELE
 * @param offenders returns the names of the resources that violate the rule
 * @param breach an edit that violates this rule and no other
 */
public record StackRule(
    String id,
    String text,
    Function<ResourceGraph, List<String>> offenders,
    UnaryOperator<ResourceGraph> breach) {

  /**
   * A rule for every resource of a type. At least one must exist; otherwise the rule would check
   * nothing.
   */
  static StackRule each(
      String id,
      String text,
      String type,
      Predicate<ResourceNode> holds,
      UnaryOperator<ResourceGraph> breach) {
    return eachIn(id, text, type, (graph, node) -> holds.test(node), breach);
  }

  static StackRule eachIn(
      String id,
      String text,
      String type,
      BiPredicate<ResourceGraph, ResourceNode> holds,
      UnaryOperator<ResourceGraph> breach) {
    return new StackRule(
        id,
        text,
        graph ->
            graph.all(type).findAny().isEmpty()
                ? List.of("none of " + type)
                : graph
                    .all(type)
                    .filter(node -> !holds.test(graph, node))
                    .map(ResourceNode::name)
                    .toList(),
        breach);
  }

  /** A rule for the stack as a whole. */
  static StackRule whole(
      String id,
      String text,
      Function<ResourceGraph, Stream<String>> offenders,
      UnaryOperator<ResourceGraph> breach) {
    return new StackRule(id, text, graph -> offenders.apply(graph).toList(), breach);
  }

  @Override
  public String toString() {
    return id + ": " + text;
  }
}
