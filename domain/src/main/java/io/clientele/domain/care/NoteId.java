package io.clientele.domain.care;

import io.clientele.domain.kernel.Uuid7;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The permanent id of a note: a UUID of version 7. */
public record NoteId(UUID value) implements Comparable<NoteId> {
  private static final String SUBJECT = "note:";

  public NoteId {
    Objects.requireNonNull(value, "value");

    Uuid7.require(value);
  }

  /** Parses the canonical form: 36 characters in lower case. Throws {@code InvalidValue}. */
  public static NoteId parse(String text) {
    return new NoteId(Uuid7.parse(text));
  }

  /** Returns a new id of this instant. */
  public static NoteId of(Instant at, RandomGenerator random) {
    return new NoteId(Uuid7.of(at, random));
  }

  /** The name in the audit trail: {@code note:0199f3b2-…}. */
  public String subject() {
    return SUBJECT + value;
  }

  /** Returns the note of this name in the audit trail; empty if it names something else. */
  public static Optional<NoteId> ofSubject(@Nullable String name) {
    return name != null && name.startsWith(SUBJECT)
        ? Optional.of(parse(name.substring(SUBJECT.length())))
        : Optional.empty();
  }

  /** Orders by unsigned value: older ids come first. */
  @Override
  public int compareTo(NoteId other) {
    return Uuid7.compare(value, other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
