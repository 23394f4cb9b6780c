package io.clientele.domain.ledger.transfer;

import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.kernel.Uuid7;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The id of a transfer, chosen by the client: any UUID of RFC 9562 but nil and max. It makes the
 * transfer idempotent without a time limit.
 */
public record TransferId(UUID value) implements Comparable<TransferId> {
  private static final Pattern SHAPE =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

  public TransferId {
    Objects.requireNonNull(value, "value");
  }

  /** Parses the spelling with 36 characters in lower case. Throws {@link InvalidValue}. */
  public static TransferId parse(String text) {
    if (text.length() != 36 || !SHAPE.matcher(text).matches()) {
      throw new InvalidValue("id", "must be a UUID in lower case");
    }
    return new TransferId(UUID.fromString(text));
  }

  /** Orders by unsigned value, as PostgreSQL orders a {@code uuid}. */
  @Override
  public int compareTo(TransferId other) {
    return Uuid7.compare(value, other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
