package io.clientele.http.ledger.transfer;

import io.clientele.application.ledger.posting.PostingResult;
import io.clientele.domain.ledger.PocketId;
import io.clientele.domain.ledger.transfer.Refusal;
import io.clientele.http.exchange.json.JsonPointers;
import io.clientele.http.exchange.problem.Problem;
import io.clientele.http.ledger.LedgerProblems;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Translates results of postings to problems. */
final class PostingProblems {
  private PostingProblems() {}

  /**
   * Returns the problem of a result; null if the transfer is booked.
   *
   * @param path of the transfer in the body, such as {@code transfers/3/}; empty for the whole body
   */
  static @Nullable Problem of(PostingResult result, String path) {
    return switch (result) {
      case PostingResult.Booked _ -> null;
      case PostingResult.Refused refused -> of(refused, path);
      case PostingResult.Differs(var fields) -> differs(fields);
      case PostingResult.Denied _ -> Problem.notAllowed();
      case PostingResult.Erased _ -> LedgerProblems.accountErased();
      case PostingResult.Overloaded _ -> Problem.unavailable();
    };
  }

  private static Problem differs(List<String> fields) {
    var problem =
        Problem.of(
            409,
            "transfer-differs",
            "Transfer differs",
            "Another transfer has this id. Use a new id for another transfer.");
    return fields.isEmpty() ? problem : problem.withMember("fields", fields);
  }

  /** Returns the problem of a refused transfer. */
  static Problem of(PostingResult.Refused refused, String path) {
    var place = refused.place();
    var pointer = place.field() == null ? null : JsonPointers.ofField(path + place.field());
    return switch (refused.refusal()) {
      case Refusal.Insufficient(var pocket, _) ->
          with("missing", place.amount(), insufficient(pocket));
      case Refusal.Overflow(var pocket) ->
          of(422, "balance-overflow", "The balance of a pocket would have more than 38 digits.")
              .withMember("pocket", pocket.toString());
      case Refusal.AboveRest(var leg, _) -> with("rest", place.amount(), aboveRest(leg));
      case Refusal.Frozen(var pocket) ->
          of(409, "pocket-frozen", "A pocket is frozen.").withMember("pocket", pocket.toString());
      case Refusal.Closed(var pocket) ->
          of(409, "pocket-closed", "A pocket is closed.").withMember("pocket", pocket.toString());
      case Refusal.HoldOver(var state) ->
          of(409, "hold-over", "Nothing of the hold is left.")
              .withMember("state", state.name().toLowerCase(Locale.ROOT));
      case Refusal.NotReversible _ ->
          of(409, "not-reversible", "Only a posted transfer and a capture can be reversed.");
      case Refusal.NoSuchPocket _ ->
          with("pointer", pointer, of(422, "no-such-pocket", "There is no such pocket."));
      case Refusal.AssetMismatch _ ->
          with("pointer", pointer, of(422, "asset-mismatch", "A pocket holds another asset."));
      case Refusal.NoSuchParent _ ->
          invalid(pointer, "must be the id of a transfer that can be settled so");
      case Refusal.NoSuchLeg _ -> invalid(pointer, "must be the number of a leg of the parent");
      case Refusal.HouseHold _ ->
          invalid(pointer, "must be a pocket of an account: only orders hold stock of the house");
    };
  }

  private static Problem insufficient(PocketId pocket) {
    return of(422, "insufficient-balance", "The available amount of a pocket would be too small.")
        .withMember("pocket", pocket.toString());
  }

  private static Problem aboveRest(int leg) {
    return of(422, "above-rest", "More is settled than the rest of a leg of the parent.")
        .withMember("leg", leg);
  }

  private static Problem with(String name, @Nullable String value, Problem problem) {
    return value == null ? problem : problem.withMember(name, value);
  }

  private static Problem invalid(@Nullable String pointer, String rule) {
    return Problem.invalid(
        List.of(new Problem.Fault("pointer", pointer == null ? JsonPointers.ROOT : pointer, rule)));
  }

  private static Problem of(int status, String type, String detail) {
    var words = type.replace('-', ' ');
    return Problem.of(
        status, type, words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1), detail);
  }
}
