package io.clientele.http.account.importing;

import io.clientele.domain.account.Profile;
import io.clientele.http.account.OpenAccountJson;
import io.clientele.http.exchange.RequestBodies;
import io.clientele.http.exchange.json.JsonPointers;
import io.clientele.http.exchange.problem.ProblemException;
import io.clientele.http.exchange.problem.ValidationErrors;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads an import in NDJSON: each line is the body of one opening; blank ones are skipped. Lines
 * end with LF, CRLF or CR. Only one line at a time is text, so that a hostile body is not copied.
 */
final class ImportNdjsonReader {
  private static final Set<String> MEMBERS =
      Stream.of(OpenAccountJson.FIELDS, ImportLine.IGNORED)
          .flatMap(Set::stream)
          .collect(Collectors.toUnmodifiableSet());

  private final byte[] utf8;
  private int at;

  private ImportNdjsonReader(byte[] utf8, int begin) {
    this.utf8 = utf8;
    this.at = begin;
  }

  /**
   * Reads all lines, but at most one above the limit.
   *
   * @param begin of the first line in the bytes
   */
  static List<ImportLine> read(byte[] utf8, int begin, int linesMax) {
    return new ImportNdjsonReader(utf8, begin).lines(linesMax);
  }

  private List<ImportLine> lines(int linesMax) {
    var lines = new ImportLineCollector();
    for (var number = 1; at < utf8.length && lines.size() <= linesMax; number++) {
      var begin = at;
      var end = endOfLine();
      if (!isBlank(begin, end)) {
        var faults = lines.faults();
        lines.add(number, profile(begin, end, faults), faults);
      }
    }
    return lines.all();
  }

  /** Returns the end of this line, and goes to the beginning of the next one. */
  private int endOfLine() {
    while (at < utf8.length && utf8[at] != '\n' && utf8[at] != '\r') {
      at++;
    }
    var end = at;
    at += at + 1 < utf8.length && utf8[at] == '\r' && utf8[at + 1] == '\n' ? 2 : 1;
    return end;
  }

  private boolean isBlank(int begin, int end) {
    var i = begin;
    while (i < end && Character.isWhitespace(utf8[i])) {
      i++;
    }
    return i == end;
  }

  /** Whether a line looks like an object. An exception for every other line is expensive. */
  private boolean isObject(int begin, int end) {
    var first = begin;
    while (first < end && Character.isWhitespace(utf8[first])) {
      first++;
    }
    var last = end - 1;
    while (last > first && Character.isWhitespace(utf8[last])) {
      last--;
    }
    return first < last && utf8[first] == '{' && utf8[last] == '}';
  }

  /** Returns the profile in a line; null if there are faults. */
  private @Nullable Profile profile(int begin, int end, ValidationErrors faults) {
    if (end - begin > RequestBodies.BYTES_MAX) {
      faults.pointer(JsonPointers.ROOT, "must have at most 65,536 bytes");
      return null;
    }
    if (!isObject(begin, end)) {
      faults.pointer(JsonPointers.ROOT, "must be a JSON object");
      return null;
    }
    var line = new String(utf8, begin, end - begin, StandardCharsets.UTF_8);
    try {
      var document = RequestBodies.parseFlat(line, MEMBERS, faults);
      if (document instanceof ObjectNode object) {
        object.remove(ImportLine.IGNORED);
      }
      return OpenAccountJson.profile(document, faults);
    } catch (ProblemException noJson) {
      return null;
    }
  }
}
