package io.clientele.testkit.identity;

import io.clientele.domain.identity.session.SignInPlaces;
import io.clientele.inmemory.identity.InMemoryOperators;
import io.clientele.inmemory.identity.InMemorySessions;

class InMemorySignInPlacesTest implements SignInPlacesContract {
  @Override
  public Store store() {
    var operators = new InMemoryOperators();
    var sessions = new InMemorySessions(operators);
    return new Store(operators, sessions, sessions.places());
  }

  @Override
  public SignInPlaces away() {
    var away = new InMemorySessions(new InMemoryOperators()).places();
    away.startOutage();
    return away;
  }
}
