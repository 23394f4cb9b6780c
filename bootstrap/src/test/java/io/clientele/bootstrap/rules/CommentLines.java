package io.clientele.bootstrap.rules;

import java.util.List;

/**
 * Counts the lines of a Java file that hold a comment and nothing else.
 *
 * @param comments lines that hold only a comment
 * @param filled lines that are not blank
 */
record CommentLines(int comments, int filled) {
  /** Counts the lines of one file. A comment behind code belongs to the code's line. */
  static CommentLines of(List<String> lines) {
    var comments = 0;
    var filled = 0;
    var inBlock = false;
    var inText = false;
    for (var line : lines) {
      var text = line.strip();
      filled += text.isEmpty() ? 0 : 1;
      if (inText) {
        inText = !text.contains("\"\"\"");
        continue;
      }
      var starts = !inBlock && text.startsWith("/*");
      if (inBlock || starts || text.startsWith("//")) {
        comments += text.isEmpty() ? 0 : 1;
        inBlock = (inBlock || starts) && !text.contains("*/");
      } else {
        inText = text.split("\"\"\"", -1).length % 2 == 0;
      }
    }
    return new CommentLines(comments, filled);
  }
}
