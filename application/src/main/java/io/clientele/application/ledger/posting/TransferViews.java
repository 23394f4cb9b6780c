package io.clientele.application.ledger.posting;

import io.clientele.application.ledger.posting.TransferView.Disclosure;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.ledger.AssetCode;
import io.clientele.domain.ledger.LedgerPermission;
import io.clientele.domain.ledger.Pocket;
import io.clientele.domain.ledger.PocketId;
import io.clientele.domain.ledger.Pockets;
import io.clientele.domain.ledger.transfer.BookedTransfer;
import io.clientele.domain.ledger.transfer.BookedTransfer.SettledLeg;
import io.clientele.domain.ledger.transfer.Instruction;
import io.clientele.domain.ledger.transfer.Leg;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Shows transfers to actors. A customer sees the transfers that touch its pockets, of them the legs
 * that do, and metadata only where its account pays first. Safe for use by many threads.
 */
public final class TransferViews {
  private final KnownAssets assets;
  private final Pockets pockets;

  public TransferViews(KnownAssets assets, Pockets pockets) {
    this.assets = Objects.requireNonNull(assets, "assets");
    this.pockets = Objects.requireNonNull(pockets, "pockets");
  }

  /** Returns the transfer, if it exists for the actor. */
  public Optional<TransferView> of(Actor actor, BookedTransfer transfer) {
    return of(actor, List.of(transfer)).stream().findFirst();
  }

  /** Returns those transfers that exist for the actor, in their order. */
  public List<TransferView> of(Actor actor, Collection<BookedTransfer> transfers) {
    return actor.may(LedgerPermission.VIEW_LEDGER)
        ? transfers.stream()
            .map(transfer -> view(transfer, legs(transfer), Disclosure.ALL))
            .toList()
        : ofCustomer(actor, transfers);
  }

  private List<TransferView> ofCustomer(Actor actor, Collection<BookedTransfer> transfers) {
    var ids = new HashSet<PocketId>();
    for (var transfer : transfers) {
      for (var leg : legs(transfer)) {
        ids.add(leg.leg().from());
        ids.add(leg.leg().to());
      }
    }
    var known = ids.isEmpty() ? Map.<PocketId, Pocket>of() : pockets.findAll(ids);
    var views = new ArrayList<TransferView>();
    for (var transfer : transfers) {
      var legs = legs(transfer).stream().filter(leg -> isOwn(actor, known, leg.leg())).toList();
      if (!legs.isEmpty()) {
        var isSubject =
            !(transfer.transfer().instruction() instanceof Instruction.Settle)
                && subject(legs(transfer), known).equals(Optional.ofNullable(actor.ownAccount()));
        views.add(view(transfer, legs, isSubject ? Disclosure.OWN : Disclosure.LEGS));
      }
    }
    return views;
  }

  private static boolean isOwn(Actor actor, Map<PocketId, Pocket> known, Leg leg) {
    var own = actor.ownAccount();
    return own != null
        && Stream.concat(owner(known, leg.from()), owner(known, leg.to())).anyMatch(own::equals);
  }

  /** Returns the account of the first payer that has one, or else of the first payee. */
  private static Optional<AccountId> subject(List<SettledLeg> legs, Map<PocketId, Pocket> known) {
    return firstOwner(legs, known, Leg::from).or(() -> firstOwner(legs, known, Leg::to));
  }

  private static Optional<AccountId> firstOwner(
      List<SettledLeg> legs, Map<PocketId, Pocket> known, Function<Leg, PocketId> end) {
    return legs.stream().flatMap(leg -> owner(known, end.apply(leg.leg()))).findFirst();
  }

  private static Stream<AccountId> owner(Map<PocketId, Pocket> known, PocketId id) {
    var pocket = known.get(id);
    var owner = pocket == null ? null : pocket.owner();
    return owner == null ? Stream.empty() : Stream.of(owner);
  }

  private TransferView view(BookedTransfer transfer, List<SettledLeg> legs, Disclosure disclosure) {
    var scales = new HashMap<AssetCode, Integer>();
    for (var leg : legs) {
      scales.computeIfAbsent(leg.leg().asset(), code -> assets.stored(code).scale());
    }
    return new TransferView(transfer, legs, scales, disclosure);
  }

  /** The legs of a booked transfer, or those that a refused one asked for. */
  private static List<SettledLeg> legs(BookedTransfer transfer) {
    var instruction = transfer.transfer().instruction();
    if (transfer.isBooked() || instruction instanceof Instruction.Settle) {
      return transfer.legs();
    }
    var asked =
        instruction instanceof Instruction.Post post
            ? post.legs()
            : ((Instruction.Hold) instruction).legs();
    var numbered = new ArrayList<SettledLeg>(asked.size());
    asked.forEach(leg -> numbered.add(new SettledLeg(numbered.size() + 1, leg)));
    return numbered;
  }

  /** The asset of each leg of a transfer, by the number of the leg. */
  static Map<Integer, AssetCode> assets(BookedTransfer transfer) {
    var codes = new HashMap<Integer, AssetCode>();
    legs(transfer).forEach(leg -> codes.put(leg.number(), leg.leg().asset()));
    return codes;
  }
}
