package io.clientele.http.account.importing;

import io.clientele.application.account.bulk.ImportResult;
import io.clientele.domain.account.Accounts.Saved;
import io.clientele.http.exchange.json.JsonWriter;
import io.clientele.http.exchange.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes one row of JSON for each line of an import, with the line's result. */
final class ImportResultWriter {
  private static final int CREATED = 201;
  private static final int USUAL_BYTES = 136;

  private ImportResultWriter() {}

  /** Returns the rows; {@code imported} has a result for each line with a profile. */
  static ByteArrayOutputStream of(List<ImportLine> lines, List<ImportResult> imported) {
    var rows = new ByteArrayOutputStream(USUAL_BYTES * lines.size());
    var next = imported.iterator();
    JsonWriter.writeLines(rows, lines, (json, line) -> write(json, line, next));
    return rows;
  }

  private static void write(JsonGenerator json, ImportLine line, Iterator<ImportResult> next) {
    json.writeStartObject();
    json.writeNumberProperty("line", line.number());
    if (line.profile() == null) {
      json.writeNumberProperty("status", 400);
      writeErrors(json, line.errors());
    } else {
      writeImported(json, next.next());
    }
    json.writeEndObject();
  }

  private static void writeImported(JsonGenerator json, ImportResult imported) {
    json.writeNumberProperty("status", status(imported.saved()));
    var taken = taken(imported.saved());
    if (taken == null) {
      json.writeStringProperty("id", imported.id().toString());
    } else {
      writeErrors(json, List.of(taken));
    }
  }

  private static int status(Saved saved) {
    return saved.equals(Saved.STORED) ? CREATED : 409;
  }

  private static Problem.@Nullable Fault taken(Saved saved) {
    return switch (saved) {
      case Saved.Result.STORED -> null;
      case Saved.Result.TAX_ID_TAKEN ->
          new Problem.Fault("pointer", "#/taxId", "belongs to another account");
      case Saved.Result.EMAIL_TAKEN ->
          new Problem.Fault("pointer", "#/email", "belongs to another account");
      case Saved.Vetoed _ -> throw new IllegalStateException("no closing is imported");
      case Saved.Result.STALE, Saved.Result.IN_PROGRESS, Saved.Result.ANSWERED ->
          throw new IllegalStateException("an id came twice");
    };
  }

  private static void writeErrors(JsonGenerator json, List<Problem.Fault> errors) {
    json.writeArrayPropertyStart("errors");
    for (var fault : errors) {
      json.writeStartObject();
      json.writeStringProperty(fault.in(), fault.at());
      json.writeStringProperty("detail", fault.detail());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
