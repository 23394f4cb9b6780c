package io.clientele.http.identity;

import static io.clientele.http.Faults.sound;

import io.clientele.application.identity.ChangeOwnPassword;
import io.clientele.application.identity.ChangeOwnPassword.Outcome;
import io.clientele.domain.InvalidValue;
import io.clientele.domain.identity.Password;
import io.clientele.domain.identity.Permission;
import io.clientele.domain.identity.Secret;
import io.clientele.http.Answers;
import io.clientele.http.Bodies;
import io.clientele.http.Faults;
import io.clientele.http.Limits;
import io.clientele.http.Members;
import io.clientele.http.Problem;
import io.clientele.http.Query;
import io.clientele.http.Refusal;
import io.clientele.http.Routes;
import io.javalin.http.Context;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The route by which an operator chooses another password for itself. */
public final class OwnPasswordRoute {
  private static final Set<String> JSON = Set.of("application/json");
  private static final String CURRENT = "currentPassword";
  private static final String NEW = "newPassword";

  private final ChangeOwnPassword changeOwnPassword;
  private final Limits limits;

  /** Routes to this use case. */
  public OwnPasswordRoute(ChangeOwnPassword changeOwnPassword, Limits limits) {
    this.changeOwnPassword = changeOwnPassword;
    this.limits = limits;
  }

  /** Registers it. */
  public void addTo(Routes routes) {
    routes.post("/v1/me/password", Permission.CHANGE_OWN_PASSWORD, this::change);
  }

  private void change(Context http) {
    if (!(Actors.caller(http) instanceof Caller.Operating operating)) {
      throw new Refusal(
          Problem.of(403, "not-allowed", "Not allowed", "Only operators have a password here."));
    }
    var faults = new Faults();
    Query.of(http, faults, Set.of());
    var actor = Actors.changing(http, faults);
    faults.refuse();
    var body = Bodies.readSmall(http, JSON, faults);
    var members = Members.of(body, Set.of(CURRENT, NEW), faults);
    var current = members.text(CURRENT);
    var chosen = chosen(members);
    faults.refuse();
    limits.ownPassword(http, operating.operator().toString());
    var outcome =
        changeOwnPassword.change(
            actor,
            operating.operator(),
            operating.session(),
            new Secret(sound(current)),
            sound(chosen));
    switch (outcome) {
      case Outcome.Done _ -> Answers.empty(http, 204);
      case Outcome.WrongPassword _ -> throw wrong(CURRENT, "is not the current password");
      case Outcome.Unfit(var rule) -> throw wrong(NEW, rule);
      case Outcome.Denied _ -> throw new Refusal(Problem.notAllowed());
      case Outcome.Overtaken _ -> throw new Refusal(Problem.unavailable());
    }
  }

  private static @Nullable Password chosen(Members members) {
    var text = members.text(NEW);
    if (text == null) {
      return null;
    }
    try {
      return new Password(text);
    } catch (InvalidValue broken) {
      broken.faults().forEach(fault -> members.fault(NEW, fault.rule()));
      return null;
    }
  }

  private static Refusal wrong(String field, String rule) {
    return new Refusal(Problem.invalid(List.of(new Problem.Fault("pointer", "#/" + field, rule))));
  }
}
