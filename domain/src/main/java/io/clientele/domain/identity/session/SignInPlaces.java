package io.clientele.domain.identity.session;

import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The places that operators sign in from. {@link Sessions#open} stores a place together with the
 * session; this port tells which sign-ins came from a new place. One call is one transaction.
 * Implementations are safe for use by many threads and throw {@link
 * io.clientele.domain.kernel.PortUnavailable} when the store cannot be reached.
 */
public interface SignInPlaces {
  /** How long a place is known after the last sign-in from it. */
  Duration KEPT = Duration.ofDays(90);

  /**
   * The greatest number of places of one operator; a new one replaces the one that was used longest
   * ago.
   */
  int MAX = 50;

  /** Returns sign-ins from new places that were not reported yet, the oldest first. */
  List<NewSignIn> unreported(int max);

  /** Stores that a sign-in was reported; does nothing for an unknown one. */
  void reported(SessionId session);

  /** A sign-in from a place that was not known of the operator. */
  record NewSignIn(SessionId session, OperatorId operator, Instant at) {
    public NewSignIn {
      Objects.requireNonNull(session, "session");
      Objects.requireNonNull(operator, "operator");
      Objects.requireNonNull(at, "at");
    }
  }
}
