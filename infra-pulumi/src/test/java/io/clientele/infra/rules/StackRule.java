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
 * One thing that must hold.
 *
 * @param id as the public catalogue names it; ours begin with OURS
 * @param offenders names what breaks it, as type-less resource names
 * @param breach an edit that breaks this rule and no other
 */
public record StackRule(
    String id,
    String text,
    Function<ResourceGraph, List<String>> offenders,
    UnaryOperator<ResourceGraph> breach) {

  /** Of every resource of a type; there must be one, or the rule would say nothing. */
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

  /** Of the stack as a whole. */
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
