package io.clientele.http.account;

import io.clientele.domain.account.Profile;
import io.clientele.http.Bodies;
import io.clientele.http.Faults;
import io.clientele.http.Pointers;
import io.clientele.http.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Reads an import in NDJSON: each line is the body of one opening; blank ones are skipped. */
final class ImportJson {
  private ImportJson() {}

  /** All lines, but no more than one above what is taken. */
  static List<ImportLine> read(String text, int linesMax) {
    var lines = new ImportLines();
    var number = 0;
    for (var raw = text.lines().iterator(); raw.hasNext() && lines.size() <= linesMax; ) {
      var line = raw.next();
      number++;
      if (!line.isBlank()) {
        var faults = lines.faults();
        lines.add(number, profile(line, faults), faults);
      }
    }
    return lines.all();
  }

  /** Null if there are faults. */
  private static @Nullable Profile profile(String line, Faults faults) {
    if (line.getBytes(StandardCharsets.UTF_8).length > Bodies.BYTES_MAX) {
      faults.pointer(Pointers.ROOT, "must have at most 65,536 bytes");
      return null;
    }
    try {
      var document = Bodies.parse(line, faults);
      if (document instanceof ObjectNode object) {
        object.remove(ImportLine.IGNORED);
      }
      return OpenAccountJson.profile(document, faults);
    } catch (Refusal noJson) {
      return null;
    }
  }
}
