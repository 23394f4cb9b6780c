package io.clientele.infra.golden;

import java.util.ArrayList;
import java.util.List;

/** The lines removed from a text ({@code -}) and added to it ({@code +}). */
public final class LineDiff {
  private static final int SHOWN = 60;

  private LineDiff() {}

  /** Returns an empty string for equal texts. */
  public static String of(String before, String after) {
    var old = before.lines().toList();
    var now = after.lines().toList();
    var changed = changed(old, now);
    var shown = changed.subList(0, Math.min(SHOWN, changed.size()));
    return String.join("\n", shown)
        + (changed.size() > SHOWN ? "\n… and " + (changed.size() - SHOWN) + " lines more" : "");
  }

  private static List<String> changed(List<String> old, List<String> now) {
    var common = common(old, now);
    var lines = new ArrayList<String>();
    var i = 0;
    var j = 0;
    while (i < old.size() || j < now.size()) {
      if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
        i++;
        j++;
      } else if (j == now.size() || (i < old.size() && common[i + 1][j] >= common[i][j + 1])) {
        lines.add("- " + old.get(i++));
      } else {
        lines.add("+ " + now.get(j++));
      }
    }
    return lines;
  }

  /** The length of the longest common subsequence of each pair of remainders. */
  private static int[][] common(List<String> old, List<String> now) {
    var common = new int[old.size() + 1][now.size() + 1];
    for (var i = old.size() - 1; i >= 0; i--) {
      for (var j = now.size() - 1; j >= 0; j--) {
        common[i][j] =
            old.get(i).equals(now.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }
}
