package io.clientele.http.account;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.clientele.domain.account.Account;
import io.clientele.http.csv.CsvFormulaEscaping;
import io.clientele.http.exchange.Rfc3339;
import io.clientele.http.exchange.json.JsonWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes accounts as CSV (RFC 4180). */
final class AccountCsv {
  private static final List<String> HEADER =
      List.of(
          "id",
          "name",
          "email",
          "taxIdCountry",
          "taxIdValue",
          "status",
          "metadata",
          "createdAt",
          "updatedAt",
          "emailVerified");

  /** Marks the text as UTF-8 for Excel, which otherwise assumes Windows-1252. */
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private final Writer out;
  private final CsvWriter csv;

  /** Writes to this. */
  AccountCsv(Writer out) {
    this.out = out;
    this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).bufferSize(0).build(out);
  }

  void writeHeader() throws IOException {
    out.write(BYTE_ORDER_MARK);
    csv.writeRecord(HEADER);
  }

  void write(Account account) {
    var profile = account.profile();
    var taxId = profile.taxId();
    var metadata =
        JsonWriter.write(
            json -> {
              json.writeStartObject();
              profile.metadata().entries().forEach(json::writeStringProperty);
              json.writeEndObject();
            });
    csv.writeRecord(
        account.id().toString(),
        CsvFormulaEscaping.escaped(profile.name().value()),
        CsvFormulaEscaping.escaped(profile.email().value()),
        taxId == null ? "" : taxId.country(),
        taxId == null ? "" : taxId.value(),
        AccountJson.statusOf(account.status()),
        new String(metadata, StandardCharsets.UTF_8),
        Rfc3339.write(account.createdAt()),
        Rfc3339.write(account.updatedAt()),
        Boolean.toString(profile.emailVerified()));
  }
}
