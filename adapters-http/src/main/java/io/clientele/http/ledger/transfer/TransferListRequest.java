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
import io.clientele.http.exchange.paging.FilterTexts;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of the list of transfers, and the cursor that contains them on later pages.
 *
 * @param texts the filters as the cursor holds them
 */
record TransferListRequest(
    FilterTexts texts,
    Selection selection,
    @Nullable String reason,
    @Nullable Position after,
    int limit) {
  private static final String FORM = "transfers-1";
  private static final Duration SPAN_MAX = Duration.ofDays(31);
  private static final List<String> NAMES =
      List.of("pocket", "accountId", "parent", "from", "to", "reason");

  private static final Set<String> PARAMETERS =
      Set.of("limit", "cursor", "pocket", "accountId", "parent", "from", "to", "reason");

  /** Returns the request; null if a fault was noted. */
  static @Nullable TransferListRequest of(Context http, ValidationErrors faults) {
    var query = QueryParameters.of(http, faults, PARAMETERS);
    var limit = query.limit(faults);
    var cursor = query.text("cursor");
    if (cursor == null) {
      return read(FilterTexts.of(NAMES, query::text), null, limit, faults);
    }
    var page = page(cursor, limit);
    if (page == null) {
      faults.parameter("cursor", "must be a nextCursor of this list");
      return null;
    }
    page.texts.requireSame(query, faults);
    return page;
  }

  TransferQuery query() {
    return new TransferQuery(selection, reason, after, limit);
  }

  /** The cursor of the page that begins after this transfer. */
  String cursor(Position last) {
    return texts.cursor(FORM, last.bookedAt(), last.id().toString());
  }

  private static @Nullable TransferListRequest page(String cursor, int limit) {
    var later = FilterTexts.read(cursor, FORM, NAMES);
    var id = later == null ? null : id(later.id());
    return later == null || id == null
        ? null
        : read(later.filters(), new Position(later.at(), id), limit, new ValidationErrors());
  }

  private static @Nullable TransferId id(String text) {
    try {
      return TransferId.parse(text);
    } catch (InvalidValue forged) {
      return null;
    }
  }

  private static @Nullable TransferListRequest read(
      FilterTexts texts, @Nullable Position after, int limit, ValidationErrors faults) {
    var reason = texts.value("reason", TransferNote::requireReason, faults);
    var selection = selection(texts, faults);
    return selection == null || !faults.isEmpty()
        ? null
        : new TransferListRequest(texts, selection, reason, after, limit);
  }

  /** One way to select is required, and no two of them go together. */
  private static @Nullable Selection selection(FilterTexts given, ValidationErrors faults) {
    var pocket = given.value("pocket", PocketId::parse, faults);
    var account = given.value("accountId", AccountId::parse, faults);
    var parent = given.value("parent", TransferId::parse, faults);
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

  private static Selection.@Nullable Within within(FilterTexts given, ValidationErrors faults) {
    var from = given.time("from", faults);
    var to = given.time("to", faults);
    if ((given.get("from") == null) != (given.get("to") == null)) {
      faults.parameter(given.get("from") == null ? "from" : "to", "is required with the other");
    }
    if (from == null || to == null) {
      return null;
    }
    if (!from.isBefore(to) || Duration.between(from, to).compareTo(SPAN_MAX) > 0) {
      faults.parameter("to", "must be after from, by at most 31 days");
    }
    return new Selection.Within(from, to);
  }
}
