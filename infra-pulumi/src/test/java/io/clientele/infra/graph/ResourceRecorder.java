package io.clientele.infra.graph;

import com.pulumi.resources.ResourceTransformation;
import com.pulumi.test.Mocks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Takes the place of the Pulumi engine: records resources and returns ids and outputs derived from
 * their names.
 */
final class ResourceRecorder implements Mocks {
  private final Map<String, Options> options = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<ResourceArgs> heard = new ConcurrentLinkedQueue<>();

  private record Options(
      boolean isProtected, String parent, List<String> dependsOn, boolean isRetained) {}

  /**
   * Records protection, retention, parents and dependencies, which Pulumi does not pass to mocks.
   */
  ResourceTransformation options() {
    return args -> {
      var resource = args.resource();
      var given = args.options();
      given
          .getDependsOn()
          .applyValue(
              others ->
                  options.put(
                      key(resource.pulumiResourceType(), resource.pulumiResourceName()),
                      new Options(
                          given.isProtect(),
                          given.getParent().map(parent -> parent.pulumiResourceName()).orElse(""),
                          others.stream().map(other -> other.pulumiResourceName()).toList(),
                          given.isRetainOnDelete())));
      return Optional.empty();
    };
  }

  @Override
  public CompletableFuture<ResourceResult> newResourceAsync(ResourceArgs args) {
    heard.add(args);
    var state = new HashMap<String, Object>(args.inputs);
    ProviderOutputs.of(args.type, args.name, args.inputs).forEach(state::putIfAbsent);
    return CompletableFuture.completedFuture(
        ResourceResult.of(Optional.of(args.name + "-id"), state));
  }

  ResourceGraph graph() {
    var nodes = new ArrayList<ResourceNode>();
    for (var args : heard) {
      var with =
          options.getOrDefault(key(args.type, args.name), new Options(false, "", List.of(), false));
      nodes.add(
          new ResourceNode(
              args.type,
              args.name,
              args.inputs,
              with.isProtected(),
              with.parent(),
              with.dependsOn(),
              with.isRetained()));
    }
    nodes.sort(
        java.util.Comparator.comparing(ResourceNode::type).thenComparing(ResourceNode::name));
    return new ResourceGraph(nodes);
  }

  private static String key(String type, String name) {
    return type + " " + name;
  }
}
