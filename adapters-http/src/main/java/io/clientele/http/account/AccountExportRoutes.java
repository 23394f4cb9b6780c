package io.clientele.http.account;

import static io.clientele.http.exchange.problem.ValidationErrors.sound;

import io.clientele.application.account.bulk.ExportAccounts;
import io.clientele.domain.account.Account;
import io.clientele.domain.account.AccountFilter;
import io.clientele.domain.account.AccountPermission;
import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.Responses;
import io.clientele.http.exchange.json.JsonWriter;
import io.clientele.http.exchange.problem.Problem;
import io.clientele.http.exchange.problem.ProblemException;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.clientele.http.identity.authentication.Actors;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.route.Routes;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * The route that streams all accounts of a filter. A slow client holds its HTTP connection only:
 * the next page is read from the database when the bytes before it are sent.
 */
public final class AccountExportRoutes implements RouteGroup {
  private static final Map<String, Format> FORMATS =
      Map.of(
          "ndjson",
              new Format("application/x-ndjson", "accounts.ndjson", AccountExportRoutes::ndjson),
          "csv", new Format("text/csv", "accounts.csv", AccountExportRoutes::csv));
  private static final Set<String> PARAMETERS =
      Set.of("format", "status", "q", "email", "createdFrom", "createdTo");

  /** The maximum number of concurrent exports; each slows down other queries a little. */
  private static final int AT_ONCE_MAX = 4;

  private static final long NANOS_MAX = Duration.ofHours(1).toNanos();

  private final ExportAccounts exportAccounts;
  private final Semaphore running = new Semaphore(AT_ONCE_MAX);

  public AccountExportRoutes(ExportAccounts exportAccounts) {
    this.exportAccounts = exportAccounts;
  }

  private record Format(String mediaType, String fileName, AccountsWriter writer) {}

  /** Writes accounts as text. */
  @FunctionalInterface
  private interface AccountsWriter {
    void write(Iterator<Account> accounts, OutputStream out) throws IOException;
  }

  @Override
  public void addTo(Routes routes) {
    routes
        .get("/v1/accounts/export")
        .permits(AccountPermission.EXPORT_ACCOUNTS)
        .answers("application/x-ndjson", "text/csv")
        .by(this::export);
  }

  private void export(Context http) throws IOException {
    var faults = new ValidationErrors();
    var query = QueryParameters.of(http, faults, PARAMETERS);
    var format = format(query.text("format"), faults);
    var filter = AccountSearchCriteria.read(query::text, faults).filter();
    faults.refuse();
    Responses.requireAccepted(http, sound(format).mediaType());
    if (!running.tryAcquire()) {
      throw new ProblemException(Problem.unavailable());
    }
    try {
      export(http, sound(format), filter);
    } finally {
      running.release();
    }
  }

  private void export(Context http, Format format, AccountFilter filter) throws IOException {
    if (http.req().getMethod().equals("HEAD")) {
      begin(http, format);
      http.res().flushBuffer(); // else the server adds a length of 0, which a GET does not have
      return;
    }
    var accounts = ProblemException.unlessGranted(exportAccounts.export(Actors.of(http), filter));
    var _ = accounts.hasNext(); // reports an unreachable store while a status can be sent
    begin(http, format);
    format.writer().write(accounts, http.res().getOutputStream());
  }

  private static void begin(Context http, Format format) {
    http.res().setContentType(null); // else Jetty adds the charset that JSON implies
    http.res().setContentType(format.mediaType());
    http.res()
        .setHeader("Content-Disposition", "attachment; filename=\"" + format.fileName() + "\"");
    Responses.streaming(http);
  }

  private static void ndjson(Iterator<Account> accounts, OutputStream out) throws IOException {
    var end = System.nanoTime() + NANOS_MAX;
    while (accounts.hasNext()) {
      var account = accounts.next();
      out.write(JsonWriter.write(json -> AccountJson.write(json, account, null)));
      out.write('\n');
      requireBefore(end);
    }
  }

  private static void csv(Iterator<Account> accounts, OutputStream out) throws IOException {
    var end = System.nanoTime() + NANOS_MAX;
    var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    var csv = new AccountCsv(writer);
    csv.writeHeader();
    while (accounts.hasNext()) {
      csv.write(accounts.next());
      requireBefore(end);
    }
    writer.flush();
  }

  /** Aborts an export that takes too long; the client sees an incomplete response. */
  private static void requireBefore(long end) throws IOException {
    if (System.nanoTime() - end > 0) {
      throw new IOException("an export took too long");
    }
  }

  private static @Nullable Format format(@Nullable String name, ValidationErrors faults) {
    var format = name == null ? null : FORMATS.get(name);
    if (format == null) {
      faults.parameter("format", name == null ? "is required" : "must be one of csv, ndjson");
    }
    return format;
  }
}
