package io.clientele.testkit.identity;

import static io.clientele.testkit.identity.IdentityFixtures.given;
import static io.clientele.testkit.identity.IdentityFixtures.in;
import static io.clientele.testkit.kernel.internal.ConcurrentCalls.together;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.identity.SessionId;
import io.clientele.domain.identity.operator.Operator;
import io.clientele.domain.identity.session.Session;
import io.clientele.domain.identity.session.Sessions.Opened;
import io.clientele.domain.identity.session.SignInPlace;
import io.clientele.domain.identity.session.SignInPlaces;
import io.clientele.domain.identity.session.SignInPlaces.NewSignIn;
import io.clientele.testkit.identity.SignInPlacesContract.Store;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** One operator that signs in from places, for the contract of places. */
final class SignInVisit {
  private final Store store;
  private final IdentitySample sample;
  private final Operator operator;

  /** Adds a new operator of this sample. */
  SignInVisit(Store store, IdentitySample sample) {
    this.store = store;
    this.sample = sample;
    this.operator = given(store.operators(), sample.adding());
  }

  /** Returns a new place. */
  SignInPlace place() {
    return new SignInPlace(List.of(sample.secret().hash()));
  }

  /** Signs in and returns the session. */
  Session signIn(SignInPlace place) {
    return in(store.sessions(), sample.signingIn(operator), operator, sample.secret(), place);
  }

  /** Signs in at this time and returns the session. */
  Session signIn(SignInPlace place, Instant at) {
    var id = SessionId.of(at, new Random(at.getEpochSecond()));
    var opened = Session.open(id, operator.id(), sample.act(at));
    return in(store.sessions(), opened, operator, sample.secret(), place);
  }

  /** Signs in from one place by several threads at the same time. */
  void signInTogether(int threads, SignInPlace place) {
    var opened = Stream.generate(() -> sample.signingIn(operator)).limit(threads).toList();
    var tokens = Stream.generate(() -> sample.secret().hash()).limit(threads).toList();
    var version = operator.version();
    assertThat(
            together(
                threads, i -> store.sessions().open(opened.get(i), version, tokens.get(i), place)))
        .containsOnly(Opened.OPENED);
  }

  /** Signs in after the operator was changed. */
  void signInStale(SignInPlace place) {
    var opened = sample.signingIn(operator);
    var token = sample.secret().hash();
    assertThat(store.sessions().open(opened, operator.version() + 1, token, place))
        .isEqualTo(Opened.STALE);
  }

  List<SessionId> unreported() {
    return places().unreported(SignInPlaces.MAX + 1).stream().map(NewSignIn::session).toList();
  }

  SignInPlaces places() {
    return store.places();
  }
}
