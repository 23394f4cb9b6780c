package io.clientele.http.account;

import io.clientele.domain.Text;
import io.clientele.domain.account.Profile;
import io.clientele.http.Bodies;
import io.clientele.http.Faults;
import io.clientele.http.Pointers;
import io.clientele.http.Refusal;
import io.clientele.http.csv.CsvRecord;
import io.clientele.http.csv.CsvRecords;
import io.clientele.http.csv.Formulas;
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
final class ImportCsv {
  private static final Set<String> COLUMNS =
      Set.of("name", "email", "taxIdCountry", "taxIdValue", "metadata", "emailVerified");
  private static final List<String> REQUIRED = List.of("name", "email");
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final List<String> header;
  private final ImportLines lines = new ImportLines();

  private ImportCsv(List<String> header) {
    this.header = header;
  }

  /** All lines, but no more than one above what is taken. */
  static List<ImportLine> read(String text, int linesMax) {
    var records = CsvRecords.of(text);
    var read = new ImportCsv(header(records));
    while (records.hasNext() && read.lines.size() <= linesMax) {
      read.add(records.next(), linesMax);
    }
    return read.lines.all();
  }

  /** The first record that is not empty. */
  private static List<String> header(CsvRecords records) {
    var header = new CsvRecord(1, "", List.of(), null);
    while (records.hasNext() && header.isEmpty()) {
      header = records.next();
    }
    var faults = new Faults();
    if (header.fault() != null) {
      faults.pointer(Pointers.ROOT, "must begin with a header, which " + header.fault());
      faults.refuse();
    }
    var columns = header.fields().stream().map(Text::trimmed).toList();
    requireColumns(columns, faults);
    faults.refuse();
    return columns;
  }

  private static void requireColumns(List<String> columns, Faults faults) {
    var seen = new HashSet<String>();
    for (var column : columns) {
      if (!COLUMNS.contains(column) && !ImportLine.IGNORED.contains(column)) {
        faults.pointer(Pointers.of(Pointers.ROOT, column), "is not a known column");
      } else if (!seen.add(column)) {
        faults.pointer(Pointers.of(Pointers.ROOT, column), "must not come twice");
      }
    }
    for (var column : REQUIRED) {
      if (!seen.contains(column)) {
        faults.pointer(Pointers.of(Pointers.ROOT, column), "is a required column");
      }
    }
  }

  private void add(CsvRecord row, int linesMax) {
    var fault = row.fault();
    if (fault == null && !row.isEmpty() && row.fields().size() != header.size()) {
      fault = "must have as many fields as the header";
    }
    if (fault != null) {
      for (var number : row.filledLines(linesMax + 1 - lines.size())) {
        var faults = lines.faults();
        faults.pointer(Pointers.ROOT, fault);
        lines.add(number, null, faults);
      }
    } else if (!row.isEmpty()) {
      var faults = lines.faults();
      lines.add(row.line(), profile(row, faults), faults);
    }
  }

  /** Null if there are faults. */
  private @Nullable Profile profile(CsvRecord row, Faults faults) {
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

  /** A fault of its text is a fault of the whole field. */
  private static void putMetadata(ObjectNode document, String text, Faults faults) {
    var own = new Faults(1);
    try {
      document.set("metadata", Bodies.parse(text, own));
    } catch (Refusal noJson) {
      document.remove("metadata");
    }
    own.all().stream().findFirst().ifPresent(fault -> faults.pointer("#/metadata", fault.detail()));
  }

  /** Text other than true and false is left for the reader of the field to refuse. */
  private static void putFlag(ObjectNode document, @Nullable String text) {
    if (text != null) {
      switch (Text.trimmed(text)) {
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

  /** Null where the column is absent, or the cell holds white space at most. */
  private @Nullable String value(String column, CsvRecord row) {
    var index = header.indexOf(column);
    var text = index < 0 ? "" : Formulas.unescaped(row.fields().get(index));
    return Text.trimmed(text).isEmpty() ? null : text;
  }
}
