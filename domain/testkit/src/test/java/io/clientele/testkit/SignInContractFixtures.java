package io.clientele.testkit;

import io.clientele.domain.identity.session.RefusedSignIns;
import io.clientele.domain.identity.session.SignInNetworks;
import io.clientele.domain.identity.session.SignInPlaces;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.inmemory.identity.InMemoryOperators;
import io.clientele.inmemory.identity.InMemoryRefusedSignIns;
import io.clientele.inmemory.identity.InMemorySessions;
import io.clientele.inmemory.identity.InMemorySignInNetworks;
import io.clientele.inmemory.kernel.InMemoryChangeStore;
import io.clientele.testkit.identity.RefusedSignInsContract;
import io.clientele.testkit.identity.SignInNetworksContract;
import io.clientele.testkit.identity.SignInPlacesContract;
import java.util.List;
import java.util.function.Function;

/**
 * Contracts of sign-ins on stores that {@link ContractsBiteTest} breaks; nested, so it alone runs
 * them.
 */
final class SignInContractFixtures {
  private SignInContractFixtures() {}

  static final class OfNetworks implements SignInNetworksContract {
    static Function<InMemorySignInNetworks, SignInNetworks> breaking = right -> right;

    @Override
    public Store store() {
      var operators = new InMemoryOperators();
      return new Store(operators, breaking.apply(new InMemorySignInNetworks(operators)));
    }

    @Override
    public SignInNetworks away() {
      var away = new InMemorySignInNetworks(new InMemoryOperators());
      away.startOutage();
      return breaking.apply(away);
    }
  }

  static final class OfPlaces implements SignInPlacesContract {
    static Function<Store, Store> breaking = right -> right;

    @Override
    public Store store() {
      var operators = new InMemoryOperators();
      var sessions = new InMemorySessions(operators);
      return breaking.apply(new Store(operators, sessions, sessions.places()));
    }

    @Override
    public SignInPlaces away() {
      var operators = new InMemoryOperators();
      var sessions = new InMemorySessions(operators);
      var away = sessions.places();
      away.startOutage();
      return breaking.apply(new Store(operators, sessions, away)).places();
    }
  }

  static final class OfRefusals implements RefusedSignInsContract {
    static Function<InMemoryRefusedSignIns, RefusedSignIns> breaking = right -> right;
    private final InMemoryChangeStore changes = new InMemoryChangeStore();

    @Override
    public RefusedSignIns refusedSignIns() {
      return breaking.apply(new InMemoryRefusedSignIns(changes));
    }

    @Override
    public List<AuditEntry> appended() {
      return changes.entries();
    }

    @Override
    public RefusedSignIns unreachableRefusedSignIns() {
      var away = new InMemoryRefusedSignIns(changes);
      away.startOutage();
      return breaking.apply(away);
    }
  }
}
