package io.clientele.testkit.identity;

import io.clientele.domain.identity.Revocations;
import java.time.Duration;

/** What was withdrawn from stores in memory, ever: more than was asked for does no harm. */
public final class InMemoryRevocations implements Revocations {
  private final InMemoryOperators operators;
  private final InMemorySessions sessions;
  private final InMemoryApiKeys keys;

  /** From all of these. */
  public InMemoryRevocations(
      InMemoryOperators operators, InMemorySessions sessions, InMemoryApiKeys keys) {
    this.operators = operators;
    this.sessions = sessions;
    this.keys = keys;
  }

  @Override
  public Withdrawn within(Duration time) {
    return new Withdrawn(operators.raised(), sessions.ended(), keys.revoked());
  }
}
