package io.clientele.http.identity;

import io.clientele.application.identity.preference.ChoosePreferences;
import io.clientele.application.identity.preference.ChoosePreferences.Outcome;
import io.clientele.application.identity.preference.ViewPreferences;
import io.clientele.domain.identity.IdentityPermission;
import io.clientele.domain.identity.preference.Preferences;
import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.RequestBodies;
import io.clientele.http.exchange.Responses;
import io.clientele.http.exchange.header.EntityTags;
import io.clientele.http.exchange.problem.Problem;
import io.clientele.http.exchange.problem.ProblemException;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.clientele.http.identity.authentication.Actors;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.route.Routes;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Set;

/** The routes of the caller's own preferences: read and choose. */
public final class PreferencesRoutes implements RouteGroup {
  private static final String REFUSAL = "Only operators have preferences.";
  private static final String OWN = "/v1/me/preferences";

  private final ViewPreferences viewPreferences;
  private final ChoosePreferences choosePreferences;

  public PreferencesRoutes(ViewPreferences viewPreferences, ChoosePreferences choosePreferences) {
    this.viewPreferences = viewPreferences;
    this.choosePreferences = choosePreferences;
  }

  @Override
  public void addTo(Routes routes) {
    routes.get(OWN).permits(IdentityPermission.CHOOSE_PREFERENCES).by(this::view);
    routes.patch(OWN).permits(IdentityPermission.CHOOSE_PREFERENCES).by(this::choose);
  }

  private void view(Context http) throws IOException {
    var caller = Actors.operator(http, REFUSAL);
    var faults = new ValidationErrors();
    QueryParameters.of(http, faults, Set.of());
    faults.refuse();
    answer(
        http,
        ProblemException.unlessGranted(viewPreferences.view(caller.actor(), caller.operator())));
  }

  private void choose(Context http) throws IOException {
    var caller = Actors.operator(http, REFUSAL);
    var faults = new ValidationErrors();
    QueryParameters.of(http, faults, Set.of());
    var expected = EntityTags.expected(http, faults);
    var actor = Actors.changing(http, faults);
    faults.refuse();
    var patch =
        PreferencesPatchJson.of(RequestBodies.read(http, PreferencesPatchJson.MEDIA_TYPES, faults));
    switch (choosePreferences.choose(actor, caller.operator(), expected, patch)) {
      case Outcome.Done(var preferences) -> answer(http, preferences);
      case Outcome.VersionMismatch _ ->
          throw new ProblemException(
              Problem.versionMismatch("The preferences are at another version."));
      case Outcome.Denied _ -> throw new ProblemException(Problem.notAllowed());
      case Outcome.Overtaken _ -> throw new ProblemException(Problem.unavailable());
    }
  }

  private static void answer(Context http, Preferences preferences) throws IOException {
    http.res().setHeader("ETag", EntityTags.of(preferences.version()));
    Responses.json(http, json -> PreferencesJson.write(json, preferences.choice()));
  }
}
