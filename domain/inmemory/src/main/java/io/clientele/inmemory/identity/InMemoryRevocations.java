package io.clientele.inmemory.identity;

import io.clientele.domain.identity.Revocations;
import java.time.Duration;

/** Lists everything that was ever revoked in stores in memory: more than requested is harmless. */
public final class InMemoryRevocations implements Revocations {
  private final InMemoryOperators operators;
  private final InMemorySessions sessions;
  private final InMemoryApiKeys keys;

  /** Lists the revocations of these stores. */
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
