package io.clientele.testkit.identity;

import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.Revocations.Withdrawn;
import io.clientele.domain.identity.SecretHash;
import io.clientele.domain.identity.SessionId;
import io.clientele.domain.identity.operator.Operator;
import io.clientele.domain.identity.operator.OperatorPage;
import io.clientele.domain.identity.operator.Operators;
import io.clientele.domain.identity.operator.Operators.First;
import io.clientele.domain.identity.operator.Operators.Saved;
import io.clientele.domain.identity.password.PasswordHash;
import io.clientele.domain.identity.session.Session;
import io.clientele.domain.identity.session.Sessions;
import io.clientele.domain.identity.session.Sessions.Rotation;
import io.clientele.domain.identity.session.SignInPlace;
import io.clientele.domain.kernel.Causation;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.kernel.Provenance;
import io.clientele.testkit.identity.ForwardingIdentity.OfOperators;
import io.clientele.testkit.identity.ForwardingIdentity.OfSessions;
import io.clientele.testkit.kernel.PortFault;
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

  static Stream<PortFault<IdentityPorts, IdentityPorts>> operators() {
    return Stream.of(
        operators(
            "the last admin may go",
            "theLastAdminCannotBeDemotedDisabledOrRemoved",
            inner -> saving(inner, end -> end == Saved.LAST_ADMIN ? Saved.STORED : end)),
        operators(
            "leaving admins do not see each other",
            "ofConcurrentRemovalsOfAllAdminsOneFails",
            inner -> saving(inner, end -> Saved.STORED)),
        operators(
            "a taken e-mail is called stale",
            "anOperatorsEmailIsTakenInAnySpelling",
            inner -> saving(inner, end -> end == Saved.EMAIL_TAKEN ? Saved.STALE : end)),
        operators(
            "there is a second first admin", "ofConcurrentFirstAdminsOneIsStored", Seconds::new),
        operators(
            "the whole list is one page", "pagesContainEveryOperatorOnceOldestFirst", All::new),
        operators(
            "down looks like absent", "unreachableOperatorsAreUnavailableAndNotAbsent", Gone::new),
        of(
            "nothing is withdrawn",
            "aRaisedGenerationIsReportedAsARevocation",
            BrokenIdentity::forgetful));
  }

  static Stream<PortFault<IdentityPorts, IdentityPorts>> sessions() {
    return Stream.of(
        sessions(
            "a used token is merely unknown", "aTokenUsedLongAgoEndsItsSession", Forgiving::new),
        sessions(
            "look first, then rotate",
            "ofAHundredConcurrentRefreshesOneSucceedsAndTheSessionEnds",
            Twice::new),
        sessions("sessions are never idle", "aSessionThatIsNotRefreshedExpires", Ageless::new),
        sessions(
            "an operator that was disabled meanwhile signs in",
            "anOperatorChangedDuringVerificationIsNotSignedIn",
            inner -> opening(inner, end -> Sessions.Opened.OPENED)),
        sessions(
            "a used token ends nothing", "aUsedOrUnusedTokenEndsItsSessionRepeatedly", Once::new),
        of(
            "an own password ends the own session too",
            "anOwnPasswordChangeEndsAllOtherSessionsAndKeepsTheGeneration",
            BrokenIdentity::harsh),
        sessions(
            "one session ends, not all", "allSessionsOfOneOperatorEndAndNoOthers", Survivors::new),
        of("nothing is withdrawn", "anEndedSessionCannotBeRefreshed", BrokenIdentity::forgetful));
  }

  private static PortFault<IdentityPorts, IdentityPorts> of(
      String fault, String redTest, UnaryOperator<IdentityPorts> breaking) {
    return new PortFault<>(fault, redTest, breaking);
  }

  private static PortFault<IdentityPorts, IdentityPorts> operators(
      String fault, String redTest, Function<Operators, Operators> breaking) {
    return of(
        fault,
        redTest,
        right ->
            new IdentityPorts(
                breaking.apply(right.operators()),
                right.sessions(),
                right.keys(),
                right.withdrawals()));
  }

  private static PortFault<IdentityPorts, IdentityPorts> sessions(
      String fault, String redTest, Function<Sessions, Sessions> breaking) {
    return of(
        fault,
        redTest,
        right ->
            new IdentityPorts(
                right.operators(),
                breaking.apply(right.sessions()),
                right.keys(),
                right.withdrawals()));
  }

  private static IdentityPorts forgetful(IdentityPorts right) {
    return new IdentityPorts(
        right.operators(),
        right.sessions(),
        right.keys(),
        time -> new Withdrawn(Map.of(), Set.of(), Set.of()));
  }

  private static IdentityPorts harsh(IdentityPorts right) {
    var operators =
        new OfOperators(right.operators()) {
          @Override
          public Saved saveOwnPassword(
              Change<Operator> change, PasswordHash password, SessionId keeping) {
            return inner.save(change, password);
          }
        };
    return new IdentityPorts(operators, right.sessions(), right.keys(), right.withdrawals());
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
      public Opened open(
          Change<Session> opened, long version, SecretHash token, SignInPlace place) {
        return answer.apply(super.open(opened, version, token, place));
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
    public Rotation rotate(SecretHash token, SecretHash next, Instant at, Causation cause) {
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
        SecretHash token, SecretHash next, Instant at, Causation cause) {
      return rotated.computeIfAbsent(token, same -> super.rotate(token, next, at, cause));
    }
  }

  private static final class Once extends OfSessions {
    private final Set<SecretHash> used = ConcurrentHashMap.newKeySet();

    Once(Sessions inner) {
      super(inner);
    }

    @Override
    public Rotation rotate(SecretHash token, SecretHash next, Instant at, Causation cause) {
      used.add(token);
      return super.rotate(token, next, at, cause);
    }

    @Override
    public Ended end(SecretHash token, Instant at, Causation cause) {
      return used.contains(token) ? Ended.NO_SUCH_SESSION : super.end(token, at, cause);
    }
  }

  private static final class Ageless extends OfSessions {
    private Instant begun = Instant.MAX;

    Ageless(Sessions inner) {
      super(inner);
    }

    @Override
    public Opened open(Change<Session> opened, long version, SecretHash token, SignInPlace place) {
      begun = opened.act().at();
      return super.open(opened, version, token, place);
    }

    @Override
    public Rotation rotate(SecretHash token, SecretHash next, Instant at, Causation cause) {
      return super.rotate(token, next, begun, cause);
    }
  }

  private static final class Survivors extends OfSessions {
    Survivors(Sessions inner) {
      super(inner);
    }

    @Override
    public int endAll(OperatorId operator, Provenance act) {
      return Math.min(1, super.endAll(operator, act));
    }
  }
}
