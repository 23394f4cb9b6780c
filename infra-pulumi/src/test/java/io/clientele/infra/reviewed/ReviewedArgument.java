package io.clientele.infra.reviewed;

import io.clientele.infra.graph.ResourceGraph;
import io.clientele.infra.graph.ResourceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A row of {@code arguments.txt}.
 *
 * @param end the end of the names of the resources, or nothing for all of the type
 * @param isProd whether it holds in production only
 */
public record ReviewedArgument(
    String type, String end, boolean isProd, String path, Pattern values) {
  private static final String PROD = "prod:";

  /** All rows. */
  public static List<ReviewedArgument> all() {
    return ReviewedTable.lines("arguments.txt").stream().map(ReviewedArgument::parse).toList();
  }

  private static ReviewedArgument parse(String line) {
    var words = line.split(" ", 3);
    var isProd = words[0].startsWith(PROD);
    var type = words[0].substring(isProd ? PROD.length() : 0).split("#");
    return new ReviewedArgument(
        type[0], type.length > 1 ? type[1] : "", isProd, words[1], Pattern.compile(words[2]));
  }

  /** Returns the resources whose value was not reviewed, and the row itself if there are none. */
  public Stream<String> offenders(ResourceGraph graph) {
    var nodes =
        graph
            .all(type)
            .filter(node -> end.isEmpty() || node.name().endsWith("-" + end))
            .filter(node -> !isProd || node.name().contains("-prod-"))
            .toList();
    if (nodes.isEmpty() && !isProd) {
      return Stream.of("none of " + type + " " + end);
    }
    return nodes.stream().filter(node -> !isReviewed(node)).map(ResourceNode::name);
  }

  private boolean isReviewed(ResourceNode node) {
    var found = new ArrayList<String>();
    collect(node.inputs(), List.of(path.split("\\.")), found);
    return found.isEmpty()
        ? values.matcher("-").matches()
        : found.stream().allMatch(value -> values.matcher(value).matches());
  }

  private static void collect(Object here, List<String> steps, List<String> found) {
    if (here == null) {
      return;
    }
    if (steps.isEmpty()) {
      found.add(ResourceNode.plain(here));
    } else if (here instanceof Map<?, ?> map) {
      collect(map.get(steps.get(0)), steps.subList(1, steps.size()), found);
    } else if (here instanceof List<?> list) {
      for (var i = 0; i < list.size(); i++) {
        if (steps.get(0).equals("*") || steps.get(0).equals(String.valueOf(i))) {
          collect(list.get(i), steps.subList(1, steps.size()), found);
        }
      }
    }
  }
}
