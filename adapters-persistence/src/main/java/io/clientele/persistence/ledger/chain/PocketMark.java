package io.clientele.persistence.ledger.chain;

import io.clientele.domain.ledger.transfer.Entry;
import java.math.BigInteger;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A pocket with a floor after a transfer: the number of its last entry and its balance. Amounts are
 * minor units.
 */
public record PocketMark(UUID pocket, long seq, BigInteger posted, BigInteger held) {
  /** Returns the marks of each transfer, in the order in which it changed the pockets first. */
  public static Map<UUID, List<PocketMark>> of(Collection<Entry> entries) {
    var last = new LinkedHashMap<UUID, Map<UUID, PocketMark>>();
    for (var entry : entries) {
      var pocket = entry.pocket().value();
      last.computeIfAbsent(entry.transfer().value(), id -> new LinkedHashMap<>())
          .put(pocket, new PocketMark(pocket, entry.seq(), entry.postedAfter(), entry.heldAfter()));
    }
    var marks = new HashMap<UUID, List<PocketMark>>();
    last.forEach((transfer, ofPockets) -> marks.put(transfer, List.copyOf(ofPockets.values())));
    return marks;
  }
}
