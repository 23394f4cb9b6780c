package io.clientele.testkit.identity;

import io.clientele.domain.identity.SecretHash;
import io.clientele.domain.identity.SessionId;
import io.clientele.domain.identity.session.Session;
import io.clientele.domain.identity.session.Sessions;
import io.clientele.domain.identity.session.SignInPlace;
import io.clientele.domain.identity.session.SignInPlaces;
import io.clientele.domain.identity.session.SignInPlaces.NewSignIn;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.testkit.identity.SignInPlacesContract.Store;
import io.clientele.testkit.kernel.PortFault;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Places of sign-ins with one fault each. */
final class BrokenSignInPlaces {
  private BrokenSignInPlaces() {}

  static Stream<PortFault<Store, Store>> all() {
    return Stream.of(
        places("reports again", "aReportedSignInIsNotReturnedAgain", Insistent::new),
        places(
            "reports the last one first",
            "aReportedSignInIsNotReturnedAgain",
            inner -> new Changed(inner, BrokenSignInPlaces::newestFirst)),
        places(
            "takes away for none",
            "unreachablePlacesAreUnavailableAndNotNone",
            inner -> new Changed(inner, BrokenSignInPlaces::orNone)),
        opening("knows no old keys", "aPlaceIsKnownUnderEachKey", BrokenSignInPlaces::current),
        opening(
            "stores no place",
            "theFirstSignInOfAnOperatorIsNotReportedAndTheNextFromANewPlaceIs",
            place -> SignInPlace.NONE));
  }

  private static PortFault<Store, Store> places(
      String fault, String redTest, UnaryOperator<SignInPlaces> breaking) {
    return new PortFault<>(
        fault,
        redTest,
        right -> new Store(right.operators(), right.sessions(), breaking.apply(right.places())));
  }

  private static PortFault<Store, Store> opening(
      String fault, String redTest, UnaryOperator<SignInPlace> breaking) {
    return new PortFault<>(
        fault,
        redTest,
        right -> new Store(right.operators(), placing(right.sessions(), breaking), right.places()));
  }

  private static Sessions placing(Sessions sessions, UnaryOperator<SignInPlace> breaking) {
    return new ForwardingIdentity.OfSessions(sessions) {
      @Override
      public Opened open(
          Change<Session> opened, long version, SecretHash token, SignInPlace place) {
        return super.open(opened, version, token, breaking.apply(place));
      }
    };
  }

  private static SignInPlace current(SignInPlace place) {
    return new SignInPlace(place.hashes().stream().limit(1).toList());
  }

  private static List<NewSignIn> newestFirst(SignInPlaces inner, int max) {
    var all = new ArrayList<>(inner.unreported(SignInPlaces.MAX));
    Collections.reverse(all);
    return all.stream().limit(max).toList();
  }

  private static List<NewSignIn> orNone(SignInPlaces inner, int max) {
    try {
      return inner.unreported(max);
    } catch (PortUnavailable away) {
      return List.of();
    }
  }

  /** Reads sign-ins in another way. */
  private interface Reading {
    List<NewSignIn> unreported(SignInPlaces inner, int max);
  }

  private record Changed(SignInPlaces inner, Reading reading) implements SignInPlaces {
    @Override
    public List<NewSignIn> unreported(int max) {
      return reading.unreported(inner, max);
    }

    @Override
    public void reported(SessionId session) {
      inner.reported(session);
    }
  }

  /** Stores no report. */
  private record Insistent(SignInPlaces inner) implements SignInPlaces {
    @Override
    public List<NewSignIn> unreported(int max) {
      return inner.unreported(max);
    }

    @Override
    public void reported(SessionId session) {
      inner.unreported(1);
    }
  }
}
