package io.clientele.infra.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** All resources of a stack. Immutable: an edit gives another one. */
public record Graph(List<Node> nodes) {
  public Graph {
    nodes = List.copyOf(nodes);
  }

  /** Of a type, as {@code rds/instance:Instance}. */
  public Stream<Node> all(String type) {
    return nodes.stream().filter(node -> node.type().equals("aws:" + type));
  }

  public Node only(String type) {
    var found = all(type).toList();
    if (found.size() != 1) {
      throw new AssertionError(type + ": " + found.size());
    }
    return found.get(0);
  }

  /** The first one whose name ends so. */
  public Node one(String type, String end) {
    return all(type)
        .filter(node -> node.name().endsWith("-" + end))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + type + " that ends in " + end));
  }

  /** What names another one by its id. */
  public boolean isReferred(Node from, String path, Node to) {
    return from.text(path).equals(id(to)) || from.text(path).equals(to.name());
  }

  public static String id(Node node) {
    return node.name() + "-id";
  }

  /** With something done to one of a type. */
  public Graph edit(String type, String end, UnaryOperator<Node> change) {
    var old = one(type, end);
    var all = new ArrayList<Node>(nodes);
    all.set(all.indexOf(old), change.apply(old));
    return new Graph(all);
  }

  public Graph set(String type, String end, String path, Object value) {
    return edit(type, end, node -> node.with(path, value));
  }

  public Graph without(Predicate<Node> unwanted) {
    return new Graph(nodes.stream().filter(unwanted.negate()).toList());
  }

  public Graph without(String type, String end) {
    var gone = one(type, end);
    return without(gone::equals);
  }

  public Graph plus(Node node) {
    return new Graph(Stream.concat(nodes.stream(), Stream.of(node)).toList());
  }
}
