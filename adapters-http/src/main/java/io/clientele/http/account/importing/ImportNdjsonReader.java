package io.clientele.http.account.importing;

import io.clientele.domain.account.Profile;
import io.clientele.http.account.OpenAccountJson;
import io.clientele.http.exchange.RequestBodies;
import io.clientele.http.exchange.json.JsonPointers;
import io.clientele.http.exchange.problem.ProblemException;
import io.clientele.http.exchange.problem.ValidationErrors;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Reads an import in NDJSON: each line is the body of one opening; blank ones are skipped. */
final class ImportNdjsonReader {
  private ImportNdjsonReader() {}

  /** Reads all lines, but at most one above the limit. */
  static List<ImportLine> read(String text, int linesMax) {
    var lines = new ImportLineCollector();
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

  /** Returns the profile in a line; null if there are faults. */
  private static @Nullable Profile profile(String line, ValidationErrors faults) {
    if (line.getBytes(StandardCharsets.UTF_8).length > RequestBodies.BYTES_MAX) {
      faults.pointer(JsonPointers.ROOT, "must have at most 65,536 bytes");
      return null;
    }
    try {
      var document = RequestBodies.parse(line, faults);
      if (document instanceof ObjectNode object) {
        object.remove(ImportLine.IGNORED);
      }
      return OpenAccountJson.profile(document, faults);
    } catch (ProblemException noJson) {
      return null;
    }
  }
}
