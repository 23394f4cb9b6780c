package io.clientele.domain.task;

import io.clientele.domain.kernel.Uuid7;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** The id of a task: a UUID of version 7. */
public record TaskId(UUID value) {
  public TaskId {
    Objects.requireNonNull(value, "value");
    Uuid7.require(value);
  }

  /** Parses the spelling with 36 characters in lower case. */
  public static TaskId parse(String text) {
    return new TaskId(Uuid7.parse(text));
  }

  /** Returns a new id of this instant. */
  public static TaskId of(Instant at, RandomGenerator random) {
    return new TaskId(Uuid7.of(at, random));
  }

  /** Returns the name of the task in the audit. */
  public String subject() {
    return "task:" + value;
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
