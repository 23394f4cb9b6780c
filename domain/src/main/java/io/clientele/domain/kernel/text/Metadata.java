package io.clientele.domain.kernel.text;

import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.kernel.InvalidValue.Fault;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Key-value pairs that callers attach to an account or a transfer: up to 50 pairs, keys of 1 to 40
 * and values of up to 500 characters, ordered by key. Keys and values keep their white space.
 * Printed as its size only.
 */
public record Metadata(Map<String, String> entries) {
  /** No pairs. */
  public static final Metadata NONE = new Metadata(Map.of());

  /** The largest number of pairs. */
  public static final int PAIRS_MAX = 50;

  private static final String FIELD = "metadata";

  public Metadata {
    Objects.requireNonNull(entries, "entries");
    var composed = new TreeMap<String, String>();
    var faults = new ArrayList<Fault>();
    for (var pair : entries.entrySet()) {
      if (faults.size() < InvalidValue.FAULTS_MAX) {
        add(composed, faults, pair.getKey(), pair.getValue());
      }
    }
    if (entries.size() > PAIRS_MAX) {
      faults.add(new Fault(FIELD, "must hold at most " + PAIRS_MAX + " pairs"));
    }
    if (!faults.isEmpty()) {
      throw new InvalidValue(faults);
    }
    entries = Collections.unmodifiableMap(composed);
  }

  /** Whether there are no pairs. */
  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /** Prints the number of pairs. */
  @Override
  public String toString() {
    return entries.size() + " pairs";
  }

  private static void add(
      Map<String, String> composed, List<Fault> faults, String rawKey, String rawValue) {
    try {
      var key = TextRules.verbatim(FIELD, rawKey, 1, 40);
      if (composed.put(key, TextRules.verbatim(FIELD, rawValue, 0, 500)) != null) {
        faults.add(new Fault(path(rawKey), "must not occur twice"));
      }
    } catch (InvalidValue broken) {
      broken.faults().forEach(fault -> faults.add(new Fault(path(rawKey), fault.rule())));
    }
  }

  private static String path(String key) {
    return FIELD + "/" + TextRules.composed(key).replace("~", "~0").replace("/", "~1");
  }
}
