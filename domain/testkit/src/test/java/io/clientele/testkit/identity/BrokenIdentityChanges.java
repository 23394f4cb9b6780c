package io.clientele.testkit.identity;

import io.clientele.domain.identity.operator.Operator;
import io.clientele.domain.identity.password.PasswordHash;
import io.clientele.domain.kernel.Change;
import io.clientele.inmemory.identity.InMemoryApiKeys;
import io.clientele.inmemory.identity.InMemoryOperators;
import io.clientele.inmemory.identity.InMemoryRevocations;
import io.clientele.inmemory.identity.InMemorySessions;
import io.clientele.testkit.kernel.PortFault;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Stores of operators, sessions and API keys that forget the audit. */
final class BrokenIdentityChanges {
  private static final String RED = "eachEventOfAStoredChangeLeavesOneEntry";

  private BrokenIdentityChanges() {}

  static Stream<PortFault<IdentityPorts, IdentityPorts>> operators() {
    return Stream.of(
        of("operators leave no entry", RED, right -> forgetful()),
        of(
            "a change without events is accepted",
            "aChangeWithoutEventsIsNotAccepted",
            BrokenIdentityChanges::acceptingNone));
  }

  static Stream<PortFault<IdentityPorts, IdentityPorts>> sessions() {
    return Stream.of(of("sessions leave no entry", RED, right -> forgetful()));
  }

  static Stream<PortFault<IdentityPorts, IdentityPorts>> keys() {
    return Stream.of(of("API keys leave no entry", RED, right -> forgetful()));
  }

  private static PortFault<IdentityPorts, IdentityPorts> of(
      String fault, String redTest, UnaryOperator<IdentityPorts> breaking) {
    return new PortFault<>(fault, redTest, breaking);
  }

  /** Stores that record no audit entries. */
  private static IdentityPorts forgetful() {
    var operators = new InMemoryOperators();
    var sessions = new InMemorySessions(operators);
    var keys = new InMemoryApiKeys(account -> false);
    return new IdentityPorts(
        operators, sessions, keys, new InMemoryRevocations(operators, sessions, keys));
  }

  private static IdentityPorts acceptingNone(IdentityPorts right) {
    var operators =
        new ForwardingIdentity.OfOperators(right.operators()) {
          @Override
          public Saved save(Change<Operator> change, @Nullable PasswordHash password) {
            return change.isNone() ? Saved.STORED : super.save(change, password);
          }
        };
    return new IdentityPorts(operators, right.sessions(), right.keys(), right.withdrawals());
  }
}
