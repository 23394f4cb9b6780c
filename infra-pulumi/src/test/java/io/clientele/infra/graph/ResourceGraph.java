package io.clientele.infra.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** All resources of a stack. Immutable: an edit returns a new graph. */
public record ResourceGraph(List<ResourceNode> nodes) {
  public ResourceGraph {
    nodes = List.copyOf(nodes);
  }

  /** Returns the resources of a type such as {@code rds/instance:Instance}. */
  public Stream<ResourceNode> all(String type) {
    return nodes.stream().filter(node -> node.type().equals("aws:" + type));
  }

  public ResourceNode only(String type) {
    var found = all(type).toList();
    if (found.size() != 1) {
      throw new AssertionError(type + ": " + found.size());
    }
    return found.get(0);
  }

  /** Returns the first resource whose name ends with {@code end}. */
  public ResourceNode one(String type, String end) {
    return all(type)
        .filter(node -> node.name().endsWith("-" + end))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + type + " that ends in " + end));
  }

  /** Whether a property holds the id or the name of another resource. */
  public boolean isReferred(ResourceNode from, String path, ResourceNode to) {
    return from.text(path).equals(id(to)) || from.text(path).equals(to.name());
  }

  public static String id(ResourceNode node) {
    return node.name() + "-id";
  }

  /** Returns the graph with one resource of a type changed. */
  public ResourceGraph edit(String type, String end, UnaryOperator<ResourceNode> change) {
    var old = one(type, end);
    return replaced(old, change.apply(old));
  }

  /** Returns the graph with one resource in place of another. */
  public ResourceGraph replaced(ResourceNode old, ResourceNode now) {
    var all = new ArrayList<ResourceNode>(nodes);
    all.set(all.indexOf(old), now);
    return new ResourceGraph(all);
  }

  public ResourceGraph set(String type, String end, String path, Object value) {
    return edit(type, end, node -> node.with(path, value));
  }

  public ResourceGraph without(Predicate<ResourceNode> unwanted) {
    return new ResourceGraph(nodes.stream().filter(unwanted.negate()).toList());
  }

  public ResourceGraph without(String type, String end) {
    var gone = one(type, end);
    return without(gone::equals);
  }

  public ResourceGraph plus(ResourceNode node) {
    return new ResourceGraph(Stream.concat(nodes.stream(), Stream.of(node)).toList());
  }
}
