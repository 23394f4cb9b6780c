package io.clientele.http.account.importing;

import io.clientele.application.account.bulk.DryRunImport;
import io.clientele.application.account.bulk.ImportAccounts;
import io.clientele.application.account.bulk.ImportAccounts.Outcome;
import io.clientele.application.account.bulk.ImportResult;
import io.clientele.domain.account.AccountPermission;
import io.clientele.domain.account.BulkAccounts;
import io.clientele.domain.account.Profile;
import io.clientele.domain.identity.Actor;
import io.clientele.http.exchange.IdempotencyProblems;
import io.clientele.http.exchange.IdempotentRequest;
import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.ReplayableResponse;
import io.clientele.http.exchange.RequestBodies;
import io.clientele.http.exchange.Responses;
import io.clientele.http.exchange.problem.Problem;
import io.clientele.http.exchange.problem.ProblemException;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.clientele.http.identity.authentication.Actors;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.route.Routes;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Semaphore;

/**
 * The route that imports many accounts. The faults of a line stand in its result row; the other
 * lines are stored.
 */
public final class AccountImportRoutes implements RouteGroup {
  private static final String NDJSON = "application/x-ndjson";
  private static final String CSV = "text/csv";
  private static final Set<String> MEDIA_TYPES = Set.of(NDJSON, CSV);

  /** The byte order mark in UTF-8. */
  private static final byte[] MARK = "\ufeff".getBytes(StandardCharsets.UTF_8);

  /** What a line without a value may have. */
  private static final String NO_TEXT = " \t\u000b\f,;\"";

  private static final int BYTES_MAX = 8 * 1024 * 1024;

  /** The maximum number of concurrent imports; each holds all of its accounts in memory. */
  private static final int AT_ONCE_MAX = 2;

  private final ImportAccounts importAccounts;
  private final DryRunImport dryRunImport;
  private final Semaphore running = new Semaphore(AT_ONCE_MAX);

  public AccountImportRoutes(ImportAccounts importAccounts, DryRunImport dryRunImport) {
    this.importAccounts = importAccounts;
    this.dryRunImport = dryRunImport;
  }

  @Override
  public void addTo(Routes routes) {
    routes
        .post("/v1/accounts/import")
        .permits(AccountPermission.IMPORT_ACCOUNTS)
        .answers(NDJSON)
        .upTo(BYTES_MAX)
        .idempotent()
        .by(this::run);
  }

  private void run(Context http) throws IOException {
    var faults = new ValidationErrors();
    var query = QueryParameters.of(http, faults, Set.of("dryRun"));
    var isDryRun = query.flag("dryRun", faults);
    var actor = Actors.changing(http, faults);
    faults.refuse();
    if (!running.tryAcquire()) {
      throw new ProblemException(Problem.unavailable());
    }
    try {
      http.res().setContentType(null); // else it is told the charset that JSON implies
      http.res().setContentType(NDJSON);
      if (isDryRun) {
        IdempotentRequest.ignore(http);
        rehearse(http, actor);
      } else {
        open(http, actor);
      }
    } finally {
      running.release();
    }
  }

  private void rehearse(Context http, Actor actor) throws IOException {
    var lines = lines(http);
    var results = ProblemException.unlessGranted(dryRunImport.dryRun(actor, profiles(lines)));
    Responses.json(http, 200, ImportResultWriter.of(lines, results));
  }

  /** Imports the accounts. The stored response has a row for every line. */
  private void open(Context http, Actor actor) throws IOException {
    var lines = lines(http);
    var once = IdempotentRequest.<List<ImportResult>>of(http, imported -> rows(lines, imported));
    switch (importAccounts.importAccounts(actor, profiles(lines), once)) {
      case Outcome.Done(var imported) ->
          Responses.json(http, 200, ImportResultWriter.of(lines, imported));
      case Outcome.Replayed(var response) -> Responses.replayed(http, response);
      case Outcome.Denied _ -> throw new ProblemException(Problem.notAllowed());
      case Outcome.KeyMismatch _ -> throw IdempotencyProblems.keyMismatch();
      case Outcome.InProgress _ -> throw IdempotencyProblems.inProgress();
    }
  }

  private static ReplayableResponse rows(List<ImportLine> lines, List<ImportResult> imported) {
    var text = ImportResultWriter.of(lines, imported).toString(StandardCharsets.UTF_8);
    return new ReplayableResponse(200, null, null, text);
  }

  private static List<Profile> profiles(List<ImportLine> lines) {
    return lines.stream().map(ImportLine::profile).filter(Objects::nonNull).toList();
  }

  private static List<ImportLine> lines(Context http) {
    var utf8 = RequestBodies.utf8(http, MEDIA_TYPES, new ValidationErrors());
    var begin =
        Arrays.equals(utf8, 0, Math.min(utf8.length, MARK.length), MARK, 0, MARK.length)
            ? MARK.length
            : 0;
    if (isTooLong(utf8)) {
      throw tooManyLines();
    }
    var lines =
        RequestBodies.mediaType(http).equals(CSV)
            ? ImportCsvReader.read(utf8, begin, BulkAccounts.MAX)
            : ImportNdjsonReader.read(utf8, begin, BulkAccounts.MAX);
    if (lines.size() > BulkAccounts.MAX) {
      throw tooManyLines();
    }
    return lines;
  }

  private static ProblemException tooManyLines() {
    return RequestBodies.tooLarge("An import has at most 10,000 lines.");
  }

  /** Whether there are too many lines with text, a header included. Looks no further than that. */
  private static boolean isTooLong(byte[] utf8) {
    var lines = 0;
    var hasText = false;
    for (var i = 0; i < utf8.length && lines <= BulkAccounts.MAX + 1; i++) {
      if (utf8[i] == '\n' || utf8[i] == '\r') {
        hasText = false;
      } else if (!hasText && NO_TEXT.indexOf(utf8[i]) < 0) {
        hasText = true;
        lines++;
      }
    }
    return lines > BulkAccounts.MAX + 1;
  }
}
