package io.clientele.application.ledger.posting;

import io.clientele.application.ledger.posting.TransferRequest.Content;
import io.clientele.application.ledger.posting.TransferRequest.LegRequest;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.ledger.Amount;
import io.clientele.domain.ledger.Asset;
import io.clientele.domain.ledger.AssetCode;
import io.clientele.domain.ledger.transfer.Instruction;
import io.clientele.domain.ledger.transfer.Ledger;
import io.clientele.domain.ledger.transfer.Leg;
import io.clientele.domain.ledger.transfer.Transfer;
import io.clientele.domain.ledger.transfer.TransferId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns requests into transfers: gives the amounts the scales of their assets. Used once. */
final class TransferResolver {
  private final KnownAssets assets;
  private final Ledger ledger;
  private final List<InvalidValue.Fault> faults = new ArrayList<>();

  /** The asset of each leg by its number, of each transfer that may be a parent. */
  private final Map<TransferId, Map<Integer, AssetCode>> legs = new HashMap<>();

  TransferResolver(KnownAssets assets, Ledger ledger) {
    this.assets = assets;
    this.ledger = ledger;
  }

  /**
   * Returns the transfers in their order.
   *
   * @param isBatch whether paths of fields start at the batch
   * @throws InvalidValue with the faults of all
   */
  List<Transfer> resolve(String actor, List<TransferRequest> requests, boolean isBatch) {
    readParents(requests);
    var transfers = new ArrayList<Transfer>(requests.size());
    for (var i = 0; i < requests.size(); i++) {
      var request = requests.get(i);
      var field = isBatch ? "transfers/" + i + "/" : "";
      var instruction = sound(field, () -> instruction(field, request.content()));
      if (instruction != null) {
        transfers.add(new Transfer(request.id(), instruction, request.note(), actor));
      }
    }
    if (!faults.isEmpty()) {
      throw new InvalidValue(faults);
    }
    return transfers;
  }

  private void readParents(List<TransferRequest> requests) {
    var unknown =
        requests.stream().flatMap(request -> parent(request).stream()).collect(Collectors.toSet());
    for (var request : requests) {
      if (request.content() instanceof Content.Move move) {
        var codes = new HashMap<Integer, AssetCode>();
        move.legs().forEach(leg -> codes.put(codes.size() + 1, leg.asset()));
        legs.put(request.id(), codes);
      }
    }
    unknown.removeAll(legs.keySet());
    if (!unknown.isEmpty()) {
      ledger
          .find(unknown)
          .values()
          .forEach(stored -> legs.put(stored.id(), TransferViews.assets(stored)));
    }
    for (var request : requests) {
      parent(request).map(legs::get).ifPresent(codes -> legs.putIfAbsent(request.id(), codes));
    }
  }

  private static Optional<TransferId> parent(TransferRequest request) {
    return request.content() instanceof Content.Settle settle
        ? Optional.of(settle.parent())
        : Optional.empty();
  }

  private @Nullable Instruction instruction(String field, Content content) {
    if (content instanceof Content.Move move) {
      var moved = new ArrayList<Leg>();
      for (var i = 0; i < move.legs().size(); i++) {
        var request = move.legs().get(i);
        var place = field + "legs/" + i + "/";
        var leg = sound(place, () -> leg(request));
        if (leg != null) {
          moved.add(leg);
        }
      }
      if (moved.size() < move.legs().size()) {
        return null;
      }
      return move.expiresIn() == null
          ? new Instruction.Post(moved)
          : new Instruction.Hold(moved, move.expiresIn(), null);
    }
    return settle(field, (Content.Settle) content);
  }

  private Leg leg(LegRequest request) {
    var asset =
        assets
            .find(request.asset())
            .orElseThrow(() -> new InvalidValue("asset", "must be the code of an asset"));
    return new Leg(
        request.from(), request.to(), asset.code(), Amount.parse(request.amount(), asset.scale()));
  }

  private @Nullable Instruction settle(String field, Content.Settle settle) {
    var codes = legs.get(settle.parent());
    if (codes == null) {
      throw new InvalidValue("parent", "must be the id of a transfer that is booked");
    }
    var parts = new ArrayList<Instruction.Part>();
    for (var i = 0; i < settle.parts().size(); i++) {
      var request = settle.parts().get(i);
      var asset = assetOf(codes.get(request.leg()));
      var place = field + "legs/" + i + "/";
      var part =
          sound(
              place,
              () ->
                  new Instruction.Part(
                      request.leg(), Amount.parse(request.amount(), asset(asset).scale())));
      if (part != null) {
        parts.add(part);
      }
    }
    return parts.size() < settle.parts().size()
        ? null
        : new Instruction.Settle(settle.settlement(), settle.parent(), parts, settle.isFinal());
  }

  private @Nullable Asset assetOf(@Nullable AssetCode code) {
    return code == null ? null : assets.find(code).orElse(null);
  }

  private static Asset asset(@Nullable Asset asset) {
    if (asset == null) {
      throw new InvalidValue("leg", "must be the number of a leg of the parent");
    }
    return asset;
  }

  /** Makes a value; null, with its faults noted, if that fails. */
  private <T> @Nullable T sound(String field, Supplier<? extends @Nullable T> value) {
    try {
      return value.get();
    } catch (InvalidValue broken) {
      broken
          .faults()
          .forEach(
              fault -> faults.add(new InvalidValue.Fault(field + fault.field(), fault.rule())));
      return null;
    }
  }
}
