package io.clientele.testkit.identity;

import io.clientele.domain.identity.Revocations;
import io.clientele.domain.identity.apikey.ApiKeys;
import io.clientele.domain.identity.operator.Operators;
import io.clientele.domain.identity.session.Sessions;
import java.util.Objects;

/** The identity ports of one store. */
public record IdentityPorts(
    Operators operators, Sessions sessions, ApiKeys keys, Revocations withdrawals) {
  public IdentityPorts {
    Objects.requireNonNull(operators, "operators");
    Objects.requireNonNull(sessions, "sessions");
    Objects.requireNonNull(keys, "keys");
    Objects.requireNonNull(withdrawals, "withdrawals");
  }
}
