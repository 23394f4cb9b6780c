package io.clientele.infra.mutations;

import io.clientele.infra.graph.ResourceGraph;

/**
 * A stack with one weakened argument.
 *
 * @param name the resource, the argument and its new value
 */
record Mutation(String name, ResourceGraph graph) {
  @Override
  public String toString() {
    return name;
  }
}
