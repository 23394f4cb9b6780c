package io.clientele.infra.rules;

import io.clientele.infra.graph.Graph;
import io.clientele.infra.graph.Node;
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
public record Rule(
    String id, String text, Function<Graph, List<String>> offenders, UnaryOperator<Graph> breach) {

  /** Of every resource of a type; there must be one, or the rule would say nothing. */
  static Rule each(
      String id, String text, String type, Predicate<Node> holds, UnaryOperator<Graph> breach) {
    return eachIn(id, text, type, (graph, node) -> holds.test(node), breach);
  }

  static Rule eachIn(
      String id,
      String text,
      String type,
      BiPredicate<Graph, Node> holds,
      UnaryOperator<Graph> breach) {
    return new Rule(
        id,
        text,
        graph ->
            graph.all(type).findAny().isEmpty()
                ? List.of("none of " + type)
                : graph.all(type).filter(node -> !holds.test(graph, node)).map(Node::name).toList(),
        breach);
  }

  /** Of the stack as a whole. */
  static Rule whole(
      String id,
      String text,
      Function<Graph, Stream<String>> offenders,
      UnaryOperator<Graph> breach) {
    return new Rule(id, text, graph -> offenders.apply(graph).toList(), breach);
  }

  @Override
  public String toString() {
    return id + ": " + text;
  }
}
