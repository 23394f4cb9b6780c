package io.clientele.domain.event;

import io.clientele.domain.kernel.InvalidValue;

/**
 * The position of an event in the feed: the number of its block in the audit chain times 1,024,
 * plus its ordinal in the block, from 0. Positions have gaps, because not every audit entry is an
 * event.
 *
 * @param value 0, which is before the first event, to 2^53 - 1
 */
public record EventPosition(long value) implements Comparable<EventPosition> {
  /** The position before the first event. */
  public static final EventPosition START = new EventPosition(0);

  private static final long PER_BLOCK = 1_024;
  private static final long MAX = (1L << 53) - 1;

  public EventPosition {
    if (value < 0 || value > MAX) {
      throw new InvalidValue("position", "must be a whole number from 0 to 2^53 - 1");
    }
  }

  /** Returns the position of an entry in a block. */
  public static EventPosition of(long block, int ordinal) {
    return new EventPosition(block * PER_BLOCK + ordinal);
  }

  /** Reads a decimal number without a sign. */
  public static EventPosition parse(String text) {
    if (!text.matches("[0-9]{1,16}")) {
      throw new InvalidValue("position", "must be a whole number from 0 to 2^53 - 1");
    }
    return new EventPosition(Long.parseLong(text));
  }

  /** The number of the block, 1 for the first. */
  public long block() {
    return value / PER_BLOCK;
  }

  /** The ordinal in the block, from 0. */
  public int ordinal() {
    return (int) (value % PER_BLOCK);
  }

  @Override
  public int compareTo(EventPosition other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
