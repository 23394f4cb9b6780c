package io.clientele.http.ledger.transfer;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.ledger.PocketId;
import io.clientele.domain.ledger.transfer.TransferId;
import io.clientele.domain.ledger.transfer.TransferNote;
import io.clientele.domain.ledger.transfer.TransferQuery;
import io.clientele.domain.ledger.transfer.TransferQuery.Position;
import io.clientele.domain.ledger.transfer.TransferQuery.Selection;
import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.Rfc3339;
import io.clientele.http.exchange.paging.Cursor;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of the list of transfers, and the cursor that contains them on later pages.
 *
 * @param texts the filters in the order of {@link #NAMES}, as the cursor holds them
 */
record TransferListRequest(
    List<@Nullable String> texts,
    Selection selection,
    @Nullable String reason,
    @Nullable Position after,
    int limit) {
  private static final String FORM = "transfers-1";
  private static final Duration SPAN_MAX = Duration.ofDays(31);
  private static final List<String> NAMES =
      List.of("pocket", "accountId", "parent", "from", "to", "reason");

  private static final int CURSOR_FIELDS = NAMES.size() + 3;
  private static final Set<String> PARAMETERS =
      Set.of("limit", "cursor", "pocket", "accountId", "parent", "from", "to", "reason");

  /** Returns the request; null if a fault was noted. */
  static @Nullable TransferListRequest of(Context http, ValidationErrors faults) {
    var query = QueryParameters.of(http, faults, PARAMETERS);
    var limit = query.limit(faults);
    var cursor = query.text("cursor");
    if (cursor == null) {
      return read(query::text, null, limit, faults);
    }
    var page = page(cursor, limit);
    if (page == null) {
      faults.parameter("cursor", "must be a nextCursor of this list");
      return null;
    }
    page.requireSame(query, faults);
    return page;
  }

  TransferQuery query() {
    return new TransferQuery(selection, reason, after, limit);
  }

  /** The cursor of the page that begins after this transfer. */
  String cursor(Position last) {
    var fields = new ArrayList<@Nullable String>();
    fields.add(FORM);
    fields.addAll(texts);
    fields.add(Rfc3339.write(last.bookedAt()));
    fields.add(last.id().toString());
    return Cursor.write(fields);
  }

  private static @Nullable TransferListRequest page(String cursor, int limit) {
    var fields = Cursor.read(cursor, FORM, CURSOR_FIELDS);
    if (fields == null) {
      return null;
    }
    var at = Rfc3339.parse(String.valueOf(fields.get(CURSOR_FIELDS - 2)));
    var id = id(String.valueOf(fields.get(CURSOR_FIELDS - 1)));
    var faults = new ValidationErrors();
    return at == null || id == null
        ? null
        : read(name -> fields.get(1 + NAMES.indexOf(name)), new Position(at, id), limit, faults);
  }

  private static @Nullable TransferId id(String text) {
    try {
      return TransferId.parse(text);
    } catch (InvalidValue forged) {
      return null;
    }
  }

  private static @Nullable TransferListRequest read(
      Function<String, @Nullable String> given,
      @Nullable Position after,
      int limit,
      ValidationErrors faults) {
    var reason = value("reason", given, TransferNote::requireReason, faults);
    var selection = selection(given, faults);
    var texts = new ArrayList<@Nullable String>();
    NAMES.forEach(name -> texts.add(given.apply(name)));
    return selection == null || !faults.isEmpty()
        ? null
        : new TransferListRequest(texts, selection, reason, after, limit);
  }

  /** One way to select is required, and no two of them go together. */
  private static @Nullable Selection selection(
      Function<String, @Nullable String> given, ValidationErrors faults) {
    var pocket = value("pocket", given, PocketId::parse, faults);
    var account = value("accountId", given, AccountId::parse, faults);
    var parent = value("parent", given, TransferId::parse, faults);
    var within = within(given, faults);
    if (!faults.isEmpty()) {
      return null;
    }
    var all = new ArrayList<Selection>();
    if (pocket != null) {
      all.add(new Selection.OfPocket(pocket));
    }
    if (account != null) {
      all.add(new Selection.OfAccount(account));
    }
    if (parent != null) {
      all.add(new Selection.OfParent(parent));
    }
    if (within != null) {
      all.add(within);
    }
    if (all.size() != 1) {
      faults.parameter(
          "pocket", "exactly one of pocket, accountId, parent, or from with to must be given");
      return null;
    }
    return all.getFirst();
  }

  private static Selection.@Nullable Within within(
      Function<String, @Nullable String> given, ValidationErrors faults) {
    var from = Rfc3339.parameter("from", given.apply("from"), faults);
    var to = Rfc3339.parameter("to", given.apply("to"), faults);
    if ((given.apply("from") == null) != (given.apply("to") == null)) {
      faults.parameter(given.apply("from") == null ? "from" : "to", "is required with the other");
    }
    if (from == null || to == null) {
      return null;
    }
    if (!from.isBefore(to) || Duration.between(from, to).compareTo(SPAN_MAX) > 0) {
      faults.parameter("to", "must be after from, by at most 31 days");
    }
    return new Selection.Within(from, to);
  }

  private static <T> @Nullable T value(
      String name,
      Function<String, @Nullable String> given,
      Function<String, T> parse,
      ValidationErrors faults) {
    var text = given.apply(name);
    return text == null ? null : faults.parameter(name, () -> parse.apply(text));
  }

  /** With a cursor the filters may be left out; a given filter must equal that of the cursor. */
  private void requireSame(QueryParameters query, ValidationErrors faults) {
    for (var i = 0; i < NAMES.size(); i++) {
      var now = query.text(NAMES.get(i));
      if (now != null && !Objects.equals(now, texts.get(i))) {
        faults.parameter(NAMES.get(i), "must be equal to its value in the cursor");
      }
    }
  }
}
