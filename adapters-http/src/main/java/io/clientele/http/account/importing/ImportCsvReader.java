package io.clientele.http.account.importing;

import io.clientele.domain.account.Profile;
import io.clientele.domain.kernel.text.TextRules;
import io.clientele.http.account.OpenAccountJson;
import io.clientele.http.csv.CsvFormulaEscaping;
import io.clientele.http.csv.CsvParser;
import io.clientele.http.csv.CsvRecord;
import io.clientele.http.exchange.RequestBodies;
import io.clientele.http.exchange.json.JsonPointers;
import io.clientele.http.exchange.problem.ProblemException;
import io.clientele.http.exchange.problem.ValidationErrors;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads an import in CSV with a header. Each record becomes the body of one opening, so that its
 * faults are the ones of that body. A malformed record is a fault of each line that it takes.
 */
final class ImportCsvReader {
  private static final Set<String> COLUMNS =
      Set.of("name", "email", "taxIdCountry", "taxIdValue", "metadata", "emailVerified");
  private static final List<String> REQUIRED = List.of("name", "email");
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final List<String> header;
  private final ImportLineCollector lines = new ImportLineCollector();

  private ImportCsvReader(List<String> header) {
    this.header = header;
  }

  /** Reads all lines, but at most one above the limit. */
  static List<ImportLine> read(byte[] utf8, int begin, int linesMax) {
    var text = new String(utf8, begin, utf8.length - begin, StandardCharsets.UTF_8);
    var records = CsvParser.of(text);
    var read = new ImportCsvReader(header(records));
    while (records.hasNext() && read.lines.size() <= linesMax) {
      read.add(records.next(), linesMax);
    }
    return read.lines.all();
  }

  /** The first record that is not empty. */
  private static List<String> header(CsvParser records) {
    var header = new CsvRecord(1, "", List.of(), null);
    while (records.hasNext() && header.isEmpty()) {
      header = records.next();
    }
    var faults = new ValidationErrors();
    if (header.fault() != null) {
      faults.pointer(JsonPointers.ROOT, "must begin with a header, which " + header.fault());
      faults.refuse();
    }
    var columns = header.fields().stream().map(TextRules::trimmed).toList();
    requireColumns(columns, faults);
    faults.refuse();
    return columns;
  }

  private static void requireColumns(List<String> columns, ValidationErrors faults) {
    var seen = new HashSet<String>();
    for (var column : columns) {
      if (!COLUMNS.contains(column) && !ImportLine.IGNORED.contains(column)) {
        faults.pointer(JsonPointers.of(JsonPointers.ROOT, column), "is not a known column");
      } else if (!seen.add(column)) {
        faults.pointer(JsonPointers.of(JsonPointers.ROOT, column), "must not occur twice");
      }
    }
    for (var column : REQUIRED) {
      if (!seen.contains(column)) {
        faults.pointer(JsonPointers.of(JsonPointers.ROOT, column), "is a required column");
      }
    }
  }

  private void add(CsvRecord row, int linesMax) {
    var fault = row.fault();
    if (fault == null && !row.isEmpty() && row.fields().size() != header.size()) {
      fault = "must have as many fields as the header";
    }
    if (fault != null) {
      refuse(row, fault, linesMax);
    } else if (!row.isEmpty()) {
      var faults = lines.faults();
      var profile = profile(row, faults);
      lines.add(row.line(), profile, faults);
      if (profile == null) {
        refuseContinued(row, linesMax);
      }
    }
  }

  private void refuse(CsvRecord row, String fault, int linesMax) {
    for (var number : row.filledLines(linesMax + 1 - lines.size())) {
      refuse(number, fault);
    }
  }

  /**
   * Refuses the other lines of a record with faults: a forgotten quote may have made one record of
   * them, and no line of the file is left out of the results.
   */
  private void refuseContinued(CsvRecord row, int linesMax) {
    for (var number : row.filledLines(linesMax + 2 - lines.size())) {
      if (number > row.line()) {
        refuse(number, "belongs to the record of line " + row.line() + ", which has errors");
      }
    }
  }

  private void refuse(int number, String fault) {
    var faults = lines.faults();
    faults.pointer(JsonPointers.ROOT, fault);
    lines.add(number, null, faults);
  }

  /** Returns the profile in a record; null if there are faults. */
  private @Nullable Profile profile(CsvRecord row, ValidationErrors faults) {
    var document = NODES.objectNode();
    putText(document, "name", value("name", row));
    putText(document, "email", value("email", row));
    var country = value("taxIdCountry", row);
    var taxId = value("taxIdValue", row);
    if (country != null || taxId != null) {
      var of = document.putObject("taxId");
      putText(of, "country", country);
      putText(of, "value", taxId);
    }
    putFlag(document, value("emailVerified", row));
    var metadata = value("metadata", row);
    if (metadata != null) {
      putMetadata(document, metadata, faults);
    }
    return OpenAccountJson.profile(document, faults);
  }

  /** Parses the metadata column. A fault inside its JSON text is a fault of the whole column. */
  private static void putMetadata(ObjectNode document, String text, ValidationErrors faults) {
    if (!TextRules.trimmed(text).startsWith("{")) {
      faults.pointer("#/metadata", "must be an object");
      return;
    }
    var own = new ValidationErrors(1);
    try {
      document.set("metadata", RequestBodies.parseFlat(text, Set.of(), own));
    } catch (ProblemException noJson) {
      document.remove("metadata");
    }
    own.all().stream().findFirst().ifPresent(fault -> faults.pointer("#/metadata", fault.detail()));
  }

  /** Converts {@code true} and {@code false}; the field's reader refuses other text. */
  private static void putFlag(ObjectNode document, @Nullable String text) {
    if (text != null) {
      switch (TextRules.trimmed(text)) {
        case "true", "TRUE" -> document.put("emailVerified", true);
        case "false", "FALSE" -> document.put("emailVerified", false);
        default -> document.put("emailVerified", text);
      }
    }
  }

  private static void putText(ObjectNode object, String member, @Nullable String text) {
    if (text != null) {
      object.put(member, text);
    }
  }

  /** Returns the text of a cell; null for an absent column or a blank cell. */
  private @Nullable String value(String column, CsvRecord row) {
    var index = header.indexOf(column);
    var text = index < 0 ? "" : CsvFormulaEscaping.unescaped(row.fields().get(index));
    return TextRules.trimmed(text).isEmpty() ? null : text;
  }
}
