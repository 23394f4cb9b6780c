package io.clientele.http.account;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.clientele.http.Bodies;
import io.clientele.http.Faults;
import io.clientele.http.Pointers;
import io.clientele.http.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads an import in CSV (RFC 4180) with a header. Each record becomes the body of one opening, so
 * that its faults are told as that one's are.
 */
final class ImportCsv {
  private static final Set<String> COLUMNS =
      Set.of("name", "email", "taxIdCountry", "taxIdValue", "metadata");
  private static final Set<String> REQUIRED = Set.of("name", "email");
  private static final int FIELD_CHARACTERS_MAX = 64 * 1024;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ImportCsv() {}

  /** All records, but no more than one above what is taken. */
  static List<ImportLine> read(String text, int linesMax) {
    var faults = new Faults();
    try (var csv =
        CsvReader.builder()
            .allowMissingFields(true)
            .allowExtraFields(true)
            .maxBufferSize(FIELD_CHARACTERS_MAX)
            .ofCsvRecord(text)) {
      return read(csv.iterator(), linesMax, faults);
    } catch (CsvParseException malformed) {
      faults.pointer(Pointers.ROOT, "must be CSV with at most 65,536 characters in a record");
      faults.refuse();
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
    throw new IllegalStateException("a fault was noted");
  }

  private static List<ImportLine> read(Iterator<CsvRecord> records, int linesMax, Faults faults) {
    var header = records.hasNext() ? records.next().getFields() : List.<String>of();
    requireColumns(header, faults);
    faults.refuse();
    var lines = new ArrayList<ImportLine>();
    while (records.hasNext() && lines.size() <= linesMax) {
      lines.add(line(records.next(), header));
    }
    return lines;
  }

  private static void requireColumns(List<String> header, Faults faults) {
    var seen = new HashSet<String>();
    for (var column : header) {
      if (!COLUMNS.contains(column)) {
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

  private static ImportLine line(CsvRecord fields, List<String> header) {
    var number = Math.toIntExact(fields.getStartingLineNumber());
    var faults = new Faults();
    if (fields.getFieldCount() != header.size()) {
      faults.pointer(Pointers.ROOT, "must have as many fields as the header");
      return ImportLine.faulty(number, faults);
    }
    var document = NODES.objectNode();
    putText(document, "name", value("name", fields, header));
    putText(document, "email", value("email", fields, header));
    var country = value("taxIdCountry", fields, header);
    var taxId = value("taxIdValue", fields, header);
    if (country != null || taxId != null) {
      var of = document.putObject("taxId");
      putText(of, "country", country);
      putText(of, "value", taxId);
    }
    var metadata = value("metadata", fields, header);
    if (metadata != null) {
      putMetadata(document, metadata, faults);
    }
    return ImportLine.of(number, document, faults);
  }

  /** What is wrong with its text is a fault of the whole field. */
  private static void putMetadata(ObjectNode document, String text, Faults faults) {
    var own = new Faults();
    try {
      document.set("metadata", Bodies.parse(text, own));
    } catch (Refusal noJson) {
      document.remove("metadata");
    }
    own.all().stream().findFirst().ifPresent(fault -> faults.pointer("#/metadata", fault.detail()));
  }

  private static void putText(ObjectNode object, String member, @Nullable String text) {
    if (text != null) {
      object.put(member, text);
    }
  }

  /** Null where the column is not there, or empty. */
  private static @Nullable String value(String column, CsvRecord fields, List<String> header) {
    var index = header.indexOf(column);
    var text = index < 0 ? "" : fields.getField(index);
    return text.isEmpty() ? null : text;
  }
}
