package io.clientele.testkit;

import io.clientele.domain.Act;
import io.clientele.domain.Cause;
import io.clientele.domain.Change;
import io.clientele.domain.PortUnavailable;
import io.clientele.domain.identity.Operator;
import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.OperatorPage;
import io.clientele.domain.identity.Operators;
import io.clientele.domain.identity.Operators.First;
import io.clientele.domain.identity.Operators.Saved;
import io.clientele.domain.identity.PasswordHash;
import io.clientele.domain.identity.SecretHash;
import io.clientele.domain.identity.Session;
import io.clientele.domain.identity.SessionId;
import io.clientele.domain.identity.Sessions;
import io.clientele.domain.identity.Sessions.Rotation;
import io.clientele.domain.identity.Withdrawals.Withdrawn;
import io.clientele.testkit.ForwardingIdentity.OfOperators;
import io.clientele.testkit.ForwardingIdentity.OfSessions;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Stores of operators and sessions with one fault each. */
final class BrokenIdentity {
  private BrokenIdentity() {}

  static Stream<Breakage<Identity, Identity>> operators() {
    return Stream.of(
        operators(
            "the last admin may go",
            "theLastAdminIsNeitherDemotedNorDisabledNorRemoved",
            inner -> saving(inner, end -> end == Saved.LAST_ADMIN ? Saved.STORED : end)),
        operators(
            "leaving admins do not see each other",
            "ofManyAdminsThatLeaveAtOnceOneStays",
            inner -> saving(inner, end -> Saved.STORED)),
        operators(
            "a taken e-mail is called stale",
            "anOperatorsEmailIsTakenInAnySpelling",
            inner -> saving(inner, end -> end == Saved.EMAIL_TAKEN ? Saved.STALE : end)),
        operators("there is a second first admin", "ofManyFirstAdminsOneIsStored", Seconds::new),
        operators(
            "the whole list is one page", "pagesHoldEveryOperatorOnceTheOldestFirst", All::new),
        operators(
            "down looks like absent", "operatorsThatAreAwayAreUnavailableAndNotAbsent", Gone::new),
        of("nothing is withdrawn", "aRaisedGenerationIsTold", BrokenIdentity::forgetful));
  }

  static Stream<Breakage<Identity, Identity>> sessions() {
    return Stream.of(
        sessions(
            "a used token is merely unknown",
            "aTokenThatWasUsedLongAgoEndsItsSessionToo",
            Forgiving::new),
        sessions(
            "look first, then rotate",
            "ofAHundredThatComeWithOneTokenOneWinsAndItsSessionIsEnded",
            Twice::new),
        sessions("sessions are never idle", "aSessionThatIsNotRefreshedIsOver", Ageless::new),
        sessions(
            "whoever was disabled meanwhile comes in",
            "whoIsChangedWhileThePasswordIsVerifiedDoesNotComeIn",
            inner -> opening(inner, end -> Sessions.Opened.OPENED)),
        sessions(
            "a used token ends nothing", "aTokenEndsItsSessionUsedOrNotAndMoreThanOnce", Once::new),
        of(
            "an own password ends the own session too",
            "anOwnPasswordEndsAllOtherSessionsAndKeepsTheGeneration",
            BrokenIdentity::harsh),
        sessions(
            "one session ends, not all",
            "allSessionsOfOneOperatorEndAndNobodyElses",
            Survivors::new),
        of("nothing is withdrawn", "anEndedSessionGoesOnNoMore", BrokenIdentity::forgetful));
  }

  private static Breakage<Identity, Identity> of(
      String fault, String redTest, UnaryOperator<Identity> breaking) {
    return new Breakage<>(fault, redTest, breaking);
  }

  private static Breakage<Identity, Identity> operators(
      String fault, String redTest, Function<Operators, Operators> breaking) {
    return of(
        fault,
        redTest,
        right ->
            new Identity(
                breaking.apply(right.operators()),
                right.sessions(),
                right.keys(),
                right.withdrawals()));
  }

  private static Breakage<Identity, Identity> sessions(
      String fault, String redTest, Function<Sessions, Sessions> breaking) {
    return of(
        fault,
        redTest,
        right ->
            new Identity(
                right.operators(),
                breaking.apply(right.sessions()),
                right.keys(),
                right.withdrawals()));
  }

  private static Identity forgetful(Identity right) {
    return new Identity(
        right.operators(),
        right.sessions(),
        right.keys(),
        time -> new Withdrawn(Map.of(), Set.of(), Set.of()));
  }

  private static Identity harsh(Identity right) {
    var operators =
        new OfOperators(right.operators()) {
          @Override
          public Saved saveOwnPassword(
              Change<Operator> change, PasswordHash password, SessionId keeping) {
            return inner.save(change, password);
          }
        };
    return new Identity(operators, right.sessions(), right.keys(), right.withdrawals());
  }

  private static Operators saving(Operators operators, UnaryOperator<Saved> answer) {
    return new OfOperators(operators) {
      @Override
      public Saved save(Change<Operator> change, @Nullable PasswordHash password) {
        return answer.apply(super.save(change, password));
      }

      @Override
      public Saved remove(Change<Operator> removal) {
        return answer.apply(super.remove(removal));
      }
    };
  }

  private static Sessions opening(Sessions sessions, UnaryOperator<Sessions.Opened> answer) {
    return new OfSessions(sessions) {
      @Override
      public Opened open(Change<Session> opened, long version, SecretHash token) {
        return answer.apply(super.open(opened, version, token));
      }
    };
  }

  private static final class Seconds extends OfOperators {
    Seconds(Operators inner) {
      super(inner);
    }

    @Override
    public First saveFirst(Change<Operator> added, PasswordHash password) {
      return inner.save(added, password) == Saved.STORED ? First.STORED : First.ADMIN_EXISTS;
    }
  }

  private static final class All extends OfOperators {
    All(Operators inner) {
      super(inner);
    }

    @Override
    public OperatorPage list(@Nullable OperatorId after, int limit) {
      return super.list(null, limit);
    }
  }

  private static final class Gone extends OfOperators {
    Gone(Operators inner) {
      super(inner);
    }

    @Override
    public Optional<Operator> find(OperatorId id) {
      try {
        return super.find(id);
      } catch (PortUnavailable e) {
        return Optional.empty();
      }
    }
  }

  private static final class Forgiving extends OfSessions {
    Forgiving(Sessions inner) {
      super(inner);
    }

    private final Set<SecretHash> used = ConcurrentHashMap.newKeySet();

    @Override
    public Rotation rotate(SecretHash token, SecretHash next, Instant at, Cause cause) {
      return used.add(token) ? super.rotate(token, next, at, cause) : new Rotation.Unknown();
    }
  }

  /** Everyone who looks before the first has rotated gets a session. */
  private static final class Twice extends OfSessions {
    private final Map<SecretHash, Rotation> rotated = new HashMap<>();

    Twice(Sessions inner) {
      super(inner);
    }

    @Override
    public synchronized Rotation rotate(
        SecretHash token, SecretHash next, Instant at, Cause cause) {
      return rotated.computeIfAbsent(token, same -> super.rotate(token, next, at, cause));
    }
  }

  private static final class Once extends OfSessions {
    private final Set<SecretHash> used = ConcurrentHashMap.newKeySet();

    Once(Sessions inner) {
      super(inner);
    }

    @Override
    public Rotation rotate(SecretHash token, SecretHash next, Instant at, Cause cause) {
      used.add(token);
      return super.rotate(token, next, at, cause);
    }

    @Override
    public Ended end(SecretHash token, Instant at, Cause cause) {
      return used.contains(token) ? Ended.NO_SUCH_SESSION : super.end(token, at, cause);
    }
  }

  private static final class Ageless extends OfSessions {
    private Instant begun = Instant.MAX;

    Ageless(Sessions inner) {
      super(inner);
    }

    @Override
    public Opened open(Change<Session> opened, long version, SecretHash token) {
      begun = opened.act().at();
      return super.open(opened, version, token);
    }

    @Override
    public Rotation rotate(SecretHash token, SecretHash next, Instant at, Cause cause) {
      return super.rotate(token, next, begun, cause);
    }
  }

  private static final class Survivors extends OfSessions {
    Survivors(Sessions inner) {
      super(inner);
    }

    @Override
    public int endAll(OperatorId operator, Act act) {
      return Math.min(1, super.endAll(operator, act));
    }
  }
}
