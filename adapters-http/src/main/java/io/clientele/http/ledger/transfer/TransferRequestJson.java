package io.clientele.http.ledger.transfer;

import static io.clientele.http.exchange.problem.ValidationErrors.sound;

import io.clientele.application.ledger.posting.TransferRequest;
import io.clientele.application.ledger.posting.TransferRequest.Content;
import io.clientele.application.ledger.posting.TransferRequest.LegRequest;
import io.clientele.application.ledger.posting.TransferRequest.PartRequest;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.ledger.Amount;
import io.clientele.domain.ledger.AssetCode;
import io.clientele.domain.ledger.PocketId;
import io.clientele.domain.ledger.transfer.Instruction;
import io.clientele.domain.ledger.transfer.Instruction.Settlement;
import io.clientele.domain.ledger.transfer.TransferId;
import io.clientele.domain.ledger.transfer.TransferNote;
import io.clientele.http.exchange.JsonObjectReader;
import io.clientele.http.exchange.MetadataJson;
import io.clientele.http.exchange.Rfc3339;
import io.clientele.http.exchange.problem.ValidationErrors;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a transfer that a client sends. */
final class TransferRequestJson {
  /** The members of a transfer but its id. */
  static final Set<String> FIELDS =
      Set.of("kind", "legs", "parent", "expiresIn", "final", "reason", "metadata", "effectiveAt");

  private static final Set<String> LEG = Set.of("from", "to", "asset", "amount");
  private static final Set<String> PART = Set.of("leg", "amount");
  private static final Map<String, Settlement> SETTLEMENTS =
      Map.of(
          "capture", Settlement.CAPTURE,
          "release", Settlement.RELEASE,
          "reversal", Settlement.REVERSAL);

  private TransferRequestJson() {}

  /** Returns the transfer; null if a fault was noted. */
  static @Nullable TransferRequest read(
      @Nullable TransferId id, JsonObjectReader members, ValidationErrors faults) {
    var content = content(members);
    var reason = members.value("reason", TransferNote::requireReason);
    var metadata = MetadataJson.read(members.node(), members.pointer(), faults);
    var effectiveAt = members.optionalValue("effectiveAt", TransferRequestJson::instant);
    if (!faults.isEmpty()) {
      return null;
    }
    var note = new TransferNote(sound(reason), sound(metadata), effectiveAt);
    return new TransferRequest(sound(id), sound(content), note);
  }

  private static @Nullable Content content(JsonObjectReader members) {
    var kind = members.text("kind");
    if (kind == null) {
      return null;
    }
    var settlement = SETTLEMENTS.get(kind);
    if (settlement != null) {
      return settle(members, settlement);
    }
    if (kind.equals("posted") || kind.equals("held")) {
      return move(members, kind.equals("held"));
    }
    members.fault("kind", "must be posted, held, capture, release or reversal");
    return null;
  }

  private static Content move(JsonObjectReader members, boolean isHeld) {
    forbid(members, "parent");
    forbid(members, "final");
    if (members.isAbsent("legs")) {
      members.fault("legs", "is required");
    }
    var legs = new ArrayList<LegRequest>();
    for (var one : members.objects("legs", LEG, Instruction.LEGS_MAX)) {
      var from = one.value("from", PocketId::parse);
      var to = one.value("to", PocketId::parse);
      var asset = one.value("asset", AssetCode::new);
      var amount = one.value("amount", Amount::requireShape);
      if (from != null && to != null && asset != null && amount != null) {
        legs.add(new LegRequest(from, to, asset, amount));
      }
    }
    return new Content.Move(legs, expiresIn(members, isHeld));
  }

  private static @Nullable Duration expiresIn(JsonObjectReader members, boolean isHeld) {
    if (!isHeld) {
      forbid(members, "expiresIn");
      return null;
    }
    if (members.isAbsent("expiresIn")) {
      members.fault("expiresIn", "is required");
    }
    var seconds = members.integer("expiresIn", 1, Instruction.HOLD_MAX.toSeconds());
    return seconds == null ? null : Duration.ofSeconds(seconds);
  }

  private static @Nullable Content settle(JsonObjectReader members, Settlement settlement) {
    forbid(members, "expiresIn");
    var isFinal = members.flag("final");
    if (isFinal && settlement != Settlement.CAPTURE) {
      members.fault("final", "must be absent unless the kind is capture");
    }
    var parent = members.value("parent", TransferId::parse);
    var parts = parts(members);
    return parent == null ? null : new Content.Settle(settlement, parent, parts, isFinal);
  }

  private static List<PartRequest> parts(JsonObjectReader members) {
    var parts = new ArrayList<PartRequest>();
    for (var one : members.objects("legs", PART, Instruction.LEGS_MAX)) {
      if (one.isAbsent("leg")) {
        one.fault("leg", "is required");
      }
      var leg = one.integer("leg", 1, Instruction.LEGS_MAX);
      var amount = one.value("amount", Amount::requireShape);
      if (leg != null && amount != null) {
        parts.add(new PartRequest(leg.intValue(), amount));
      }
    }
    return parts;
  }

  private static void forbid(JsonObjectReader members, String name) {
    if (!members.isAbsent(name)) {
      members.fault(name, "must be absent for this kind");
    }
  }

  private static Instant instant(String text) {
    var at = Rfc3339.parse(text);
    if (at == null) {
      throw new InvalidValue("effectiveAt", "must be an RFC 3339 instant");
    }
    return at;
  }
}
