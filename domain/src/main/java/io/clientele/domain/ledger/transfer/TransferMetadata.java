package io.clientele.domain.ledger.transfer;

import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.kernel.InvalidValue.Fault;
import io.clientele.domain.kernel.text.TextRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the client notes about a transfer: up to 50 pairs, keys of 1 to 40 and values of up to 500
 * characters. Prints without its values, because they may be of a person.
 */
public record TransferMetadata(Map<String, String> entries) {
  /** Nothing noted. */
  public static final TransferMetadata NONE = new TransferMetadata(Map.of());

  private static final int PAIRS_MAX = 50;

  /** Throws {@link InvalidValue} with all faults. */
  public TransferMetadata {
    var composed = new TreeMap<String, String>();
    var faults = new ArrayList<Fault>();
    if (entries.size() > PAIRS_MAX) {
      faults.add(new Fault("metadata", "must hold at most " + PAIRS_MAX + " pairs"));
    } else {
      entries.forEach((key, value) -> add(composed, faults, key, value));
    }
    if (!faults.isEmpty()) {
      throw new InvalidValue(faults);
    }
    entries = Collections.unmodifiableMap(composed);
  }

  /** Whether nothing is noted. */
  public boolean isEmpty() {
    return entries.isEmpty();
  }

  @Override
  public String toString() {
    return entries.size() + " pairs";
  }

  private static void add(
      Map<String, String> composed, List<Fault> faults, String rawKey, String rawValue) {
    var field = "metadata/" + TextRules.composed(rawKey).replace("~", "~0").replace("/", "~1");
    try {
      var key = TextRules.verbatim(field, rawKey, 1, 40);
      if (composed.put(key, TextRules.verbatim(field, rawValue, 0, 500)) != null) {
        faults.add(new Fault(field, "must not come twice"));
      }
    } catch (InvalidValue broken) {
      faults.addAll(broken.faults());
    }
  }
}
