package io.clientele.http.account;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.clientele.domain.account.Account;
import io.clientele.http.Json;
import io.clientele.http.Rfc3339;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Accounts as a table (RFC 4180). */
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
          "updatedAt");

  /** A spreadsheet takes what begins so for a formula. */
  private static final String FORMULA = "=+-@\t\r\n";

  private final CsvWriter csv;

  /** Writes to this. */
  AccountCsv(Writer out) {
    this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).bufferSize(0).build(out);
  }

  void writeHeader() {
    csv.writeRecord(HEADER);
  }

  void write(Account account) {
    var profile = account.profile();
    var taxId = profile.taxId();
    var metadata =
        Json.write(
            json -> {
              json.writeStartObject();
              profile.metadata().entries().forEach(json::writeStringProperty);
              json.writeEndObject();
            });
    csv.writeRecord(
        account.id().toString(),
        harmless(profile.name().value()),
        harmless(profile.email().value()),
        taxId == null ? "" : taxId.country(),
        taxId == null ? "" : taxId.value(),
        AccountJson.statusOf(account.status()),
        new String(metadata, StandardCharsets.UTF_8),
        Rfc3339.write(account.createdAt()),
        Rfc3339.write(account.updatedAt()));
  }

  /** With a quote before what a spreadsheet would run. */
  static String harmless(String value) {
    return !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
  }
}
