package io.clientele.testkit.identity;

import io.clientele.domain.identity.session.SignInNetworks;
import io.clientele.inmemory.identity.InMemoryOperators;
import io.clientele.inmemory.identity.InMemorySignInNetworks;

class InMemorySignInNetworksTest implements SignInNetworksContract {
  @Override
  public Store store() {
    var operators = new InMemoryOperators();
    return new Store(operators, new InMemorySignInNetworks(operators));
  }

  @Override
  public SignInNetworks away() {
    var networks = new InMemorySignInNetworks(new InMemoryOperators());
    networks.startOutage();
    return networks;
  }
}
