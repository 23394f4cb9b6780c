package io.clientele.testkit.identity;

import static io.clientele.testkit.kernel.internal.UnavailabilityAssertions.assertUnavailable;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.identity.operator.Operators;
import io.clientele.domain.identity.session.Sessions;
import io.clientele.domain.identity.session.SignInPlace;
import io.clientele.domain.identity.session.SignInPlaces;
import io.clientele.domain.identity.session.SignInPlaces.NewSignIn;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A sign-in from a new place is reported once, unless it is the first one of its operator.
 * Implement this contract in the test of your {@link SignInPlaces}.
 */
public interface SignInPlacesContract {
  /** A fresh, empty store. */
  Store store();

  /** A store of an unreachable server. */
  SignInPlaces away();

  /** Places, and the sessions with which they are stored. */
  record Store(Operators operators, Sessions sessions, SignInPlaces places) {
    public Store {
      Objects.requireNonNull(operators, "operators");
      Objects.requireNonNull(sessions, "sessions");
      Objects.requireNonNull(places, "places");
    }
  }

  @Test
  default void theFirstSignInOfAnOperatorIsNotReportedAndTheNextFromANewPlaceIs() {
    var visit = new SignInVisit(store(), new IdentitySample(1));
    var home = visit.place();
    var cafe = visit.place();
    visit.signIn(home);
    visit.signIn(home);
    assertThat(visit.unreported()).isEmpty();
    var session = visit.signIn(cafe);
    visit.signIn(cafe);
    visit.signIn(home);
    assertThat(visit.unreported()).containsExactly(session.id());
  }

  @Test
  default void aReportedSignInIsNotReturnedAgain() {
    var visit = new SignInVisit(store(), new IdentitySample(2));
    visit.signIn(visit.place());
    var first = visit.signIn(visit.place());
    var second = visit.signIn(visit.place());
    assertThat(visit.places().unreported(1))
        .containsExactly(new NewSignIn(first.id(), first.operator(), first.openedAt()));
    visit.places().reported(first.id());
    visit.places().reported(first.id());
    assertThat(visit.unreported()).containsExactly(second.id());
  }

  @Test
  default void aPlaceOfOneOperatorIsNewForAnother() {
    var store = store();
    var sample = new IdentitySample(3);
    var ada = new SignInVisit(store, sample);
    var bob = new SignInVisit(store, sample);
    var home = ada.place();
    ada.signIn(home);
    bob.signIn(bob.place());
    assertThat(ada.unreported()).isEmpty();
    var session = bob.signIn(home);
    assertThat(ada.unreported()).containsExactly(session.id());
  }

  @Test
  default void aPlaceIsKnownUnderEachKey() {
    var visit = new SignInVisit(store(), new IdentitySample(5));
    var old = visit.place();
    var current = visit.place();
    visit.signIn(old);
    visit.signIn(new SignInPlace(List.of(current.hashes().get(0), old.hashes().get(0))));
    assertThat(visit.unreported()).isEmpty();
    visit.signIn(current);
    assertThat(visit.unreported()).as("the place is stored under the current key").isEmpty();
  }

  @Test
  default void aPlaceIsForgottenAfterTheLastSignInFromIt() {
    var visit = new SignInVisit(store(), new IdentitySample(6));
    var home = visit.place();
    var first = visit.signIn(home).openedAt();
    var second = first.plus(Duration.ofDays(10));
    visit.signIn(home, second);
    visit.signIn(home, second.plus(SignInPlaces.KEPT).minusSeconds(1));
    assertThat(visit.unreported()).isEmpty();
    var late = visit.signIn(home, second.plus(SignInPlaces.KEPT.multipliedBy(2)));
    assertThat(visit.places().unreported(9))
        .containsExactly(new NewSignIn(late.id(), late.operator(), late.openedAt()));
  }

  @Test
  default void theLeastRecentlyUsedPlaceIsReplaced() {
    var visit = new SignInVisit(store(), new IdentitySample(7));
    var places = Stream.generate(visit::place).limit(SignInPlaces.MAX + 1).toList();
    for (var place : places) {
      visit.signIn(place);
    }
    visit.unreported().forEach(visit.places()::reported);
    visit.signIn(places.get(1));
    visit.signIn(places.get(SignInPlaces.MAX));
    assertThat(visit.unreported()).isEmpty();
    var session = visit.signIn(places.get(0));
    assertThat(visit.unreported()).containsExactly(session.id());
  }

  @Test
  default void ofConcurrentSignInsFromANewPlaceOneIsReported() {
    var visit = new SignInVisit(store(), new IdentitySample(8));
    visit.signIn(visit.place());
    var cafe = visit.place();
    visit.signInTogether(8, cafe);
    assertThat(visit.unreported()).hasSize(1);
  }

  @Test
  default void aSignInThatIsStaleOrHasNoPlaceStoresNone() {
    var visit = new SignInVisit(store(), new IdentitySample(9));
    var cafe = visit.place();
    visit.signIn(visit.place());
    visit.signInStale(cafe);
    visit.signIn(SignInPlace.NONE);
    assertThat(visit.unreported()).isEmpty();
    visit.signIn(cafe);
    assertThat(visit.unreported()).hasSize(1);
  }

  @Test
  default void unreachablePlacesAreUnavailableAndNotNone() {
    var session =
        new IdentitySample(10).signingIn(new IdentitySample(11).adding().state()).state().id();
    assertUnavailable(List.of(() -> away().unreported(1), () -> away().reported(session)));
  }
}
