package io.clientele.bootstrap.telemetry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What an expression of Prometheus asks for.
 *
 * @param selections metrics, each with the labels that it is chosen by
 * @param groupings labels that results are gathered by
 */
record PromqlExpression(List<Selection> selections, Set<String> groupings) {
  private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
  private static final Pattern GROUPING =
      Pattern.compile("\\b(?:by|without|on|ignoring)\\s*\\(([^)]*)\\)");
  private static final Pattern SELECTION =
      Pattern.compile("(?<![\\w$:.])([a-zA-Z_:][\\w:]*)(?!\\s*\\(|[\\w:])(?:\\{([^}]*)})?");
  private static final Pattern LABEL = Pattern.compile("(\\w+)\\s*(?:=~|!~|!=|=)");
  private static final Set<String> WORDS = Set.of("and", "or", "unless", "offset", "bool");

  /** One metric. */
  record Selection(String metric, Set<String> labels) {}

  static PromqlExpression read(String text) {
    var groupings = new HashSet<String>();
    var withoutText = TEXT.matcher(text).replaceAll("\"\"");
    GROUPING
        .matcher(withoutText)
        .results()
        .flatMap(found -> List.of(found.group(1).split(",")).stream())
        .map(String::strip)
        .forEach(groupings::add);
    var bare =
        GROUPING.matcher(withoutText).replaceAll(" ").replaceAll("\\[[^\\]]*]|offset \\w+", " ");
    var selections = new ArrayList<Selection>();
    SELECTION
        .matcher(bare)
        .results()
        .filter(found -> !WORDS.contains(found.group(1)))
        .forEach(found -> selections.add(new Selection(found.group(1), labels(found))));
    return new PromqlExpression(selections, groupings);
  }

  private static Set<String> labels(MatchResult found) {
    var labels = new HashSet<String>();
    if (found.group(2) != null) {
      LABEL.matcher(found.group(2)).results().forEach(label -> labels.add(label.group(1)));
    }
    return labels;
  }
}
