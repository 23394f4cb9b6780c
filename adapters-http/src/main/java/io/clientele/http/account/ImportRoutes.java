package io.clientele.http.account;

import io.clientele.application.account.Imported;
import io.clientele.application.account.OpenAccounts;
import io.clientele.application.account.OpenAccounts.Outcome;
import io.clientele.application.account.RehearseOpenings;
import io.clientele.domain.Answer;
import io.clientele.domain.account.Openings;
import io.clientele.domain.account.Profile;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.Permission;
import io.clientele.http.Answers;
import io.clientele.http.Bodies;
import io.clientele.http.Faults;
import io.clientele.http.IdempotencyKeys;
import io.clientele.http.Problem;
import io.clientele.http.Query;
import io.clientele.http.Refusal;
import io.clientele.http.Routes;
import io.clientele.http.identity.Actors;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Many accounts at once. What is wrong with one line is told in its row; the others are stored all
 * the same.
 */
public final class ImportRoutes {
  private static final String NDJSON = "application/x-ndjson";
  private static final String CSV = "text/csv";
  private static final Set<String> MEDIA_TYPES = Set.of(NDJSON, CSV);
  private static final int BYTES_MAX = 8 * 1024 * 1024;

  /** Each holds all of its accounts in memory. */
  private static final int AT_ONCE_MAX = 2;

  private final OpenAccounts openAccounts;
  private final RehearseOpenings rehearseOpenings;
  private final Semaphore running = new Semaphore(AT_ONCE_MAX);

  /** Routes to these use cases. */
  public ImportRoutes(OpenAccounts openAccounts, RehearseOpenings rehearseOpenings) {
    this.openAccounts = openAccounts;
    this.rehearseOpenings = rehearseOpenings;
  }

  /** Registers it. */
  public void addTo(Routes routes) {
    routes.postAs("/v1/accounts/import", Permission.IMPORT_ACCOUNTS, NDJSON, this::run);
  }

  private void run(Context http) throws IOException {
    var faults = new Faults();
    var query = Query.of(http, faults, Set.of("dryRun"));
    var isDryRun = query.flag("dryRun", faults);
    var key = IdempotencyKeys.read(http, faults);
    var actor = Actors.changing(http, faults);
    faults.refuse();
    if (!running.tryAcquire()) {
      throw new Refusal(Problem.unavailable());
    }
    try {
      give(http, isDryRun ? rehearse(http, actor) : open(http, actor, key));
    } finally {
      running.release();
    }
  }

  private Answer rehearse(Context http, Actor actor) {
    var lines = lines(http);
    return rows(lines, Refusal.unlessGranted(rehearseOpenings.rehearse(actor, profiles(lines))));
  }

  /** A line that is wrong is answered as it is, so the answer to keep is of all of them. */
  private Answer open(Context http, Actor actor, @Nullable String key) {
    var lines = lines(http);
    var once =
        IdempotencyKeys.<List<Imported>>once(
            http, actor.name(), key, imported -> rows(lines, imported));
    return answer(lines, openAccounts.open(actor, profiles(lines), once), http);
  }

  private static Answer answer(List<ImportLine> lines, Outcome outcome, Context http) {
    return switch (outcome) {
      case Outcome.Done(var imported) -> rows(lines, imported);
      case Outcome.Replayed(var answer) -> {
        http.res().setHeader("Idempotent-Replayed", "true");
        yield answer;
      }
      case Outcome.Denied _ -> throw new Refusal(Problem.notAllowed());
      case Outcome.KeyMismatch _ -> throw AccountProblems.keyMismatch();
      case Outcome.InProgress _ -> throw new Refusal(AccountProblems.inProgress());
    };
  }

  private static Answer rows(List<ImportLine> lines, List<Imported> imported) {
    var text = new String(ImportRows.of(lines, imported), StandardCharsets.UTF_8);
    return new Answer(200, null, null, text);
  }

  private static List<Profile> profiles(List<ImportLine> lines) {
    return lines.stream().map(ImportLine::profile).filter(Objects::nonNull).toList();
  }

  private static void give(Context http, Answer answer) throws IOException {
    http.res().setContentType(null); // else it is told the charset that JSON implies
    http.res().setContentType(NDJSON);
    Answers.json(http, answer.status(), answer.body().getBytes(StandardCharsets.UTF_8));
  }

  private static List<ImportLine> lines(Context http) {
    var faults = new Faults();
    var text = Bodies.text(http, MEDIA_TYPES, BYTES_MAX, faults);
    var bare = text.startsWith("\ufeff") ? text.substring(1) : text;
    var lines =
        Bodies.mediaType(http).equals(CSV)
            ? ImportCsv.read(bare, Openings.MAX)
            : ImportJson.read(bare, Openings.MAX);
    if (lines.size() > Openings.MAX) {
      throw Bodies.tooLarge("An import may have 10,000 lines.");
    }
    return lines;
  }
}
