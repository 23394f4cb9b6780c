package io.clientele.http.identity;

import static io.clientele.domain.identity.IdentityPermission.CHANGE_OPERATORS;
import static io.clientele.domain.identity.IdentityPermission.VIEW_OPERATORS;
import static io.clientele.http.exchange.problem.ValidationErrors.sound;

import io.clientele.application.identity.IssueApiKey;
import io.clientele.application.identity.ListApiKeys;
import io.clientele.application.identity.RevokeApiKey;
import io.clientele.domain.identity.ApiKeyId;
import io.clientele.http.exchange.PathParameters;
import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.RequestBodies;
import io.clientele.http.exchange.Responses;
import io.clientele.http.exchange.json.JsonWriter;
import io.clientele.http.exchange.paging.IdPagination;
import io.clientele.http.exchange.problem.Problem;
import io.clientele.http.exchange.problem.ProblemException;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.clientele.http.identity.authentication.Actors;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.route.Routes;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** The routes of API keys, by which services authenticate. */
public final class ApiKeyRoutes implements RouteGroup {
  private static final String ALL = "/v1/api-keys";
  private static final IdPagination<ApiKeyId> PAGES =
      new IdPagination<>(ALL, "api-keys-1", ApiKeyId::parse);

  private final IssueApiKey issueApiKey;
  private final ListApiKeys listApiKeys;
  private final RevokeApiKey revokeApiKey;

  public ApiKeyRoutes(IssueApiKey issueApiKey, ListApiKeys listApiKeys, RevokeApiKey revokeApiKey) {
    this.issueApiKey = issueApiKey;
    this.listApiKeys = listApiKeys;
    this.revokeApiKey = revokeApiKey;
  }

  @Override
  public void addTo(Routes routes) {
    routes.post(ALL).permits(CHANGE_OPERATORS).by(this::issue);
    routes.get(ALL).permits(VIEW_OPERATORS).by(this::list);
    routes.delete(ALL + "/{id}").permits(CHANGE_OPERATORS).by(this::revoke);
  }

  private void issue(Context http) throws IOException {
    var faults = new ValidationErrors();
    QueryParameters.of(http, faults, Set.of());
    var actor = Actors.changing(http, faults);
    faults.refuse();
    switch (issueApiKey.issue(actor, ApiKeyJson.read(http))) {
      case IssueApiKey.Outcome.Issued(var key, var secret) ->
          Responses.json(http, 201, JsonWriter.write(json -> ApiKeyJson.write(json, key, secret)));
      case IssueApiKey.Outcome.Denied _ -> throw new ProblemException(Problem.notAllowed());
      case IssueApiKey.Outcome.NoSuchAccount _ ->
          throw new ProblemException(
              Problem.invalid(
                  List.of(
                      new Problem.Fault("pointer", "#/accountId", "must be an existing account"))));
    }
  }

  private void list(Context http) throws IOException {
    var asked = PAGES.asked(http);
    var page =
        ProblemException.unlessGranted(
            listApiKeys.list(Actors.of(http), asked.after(), asked.limit()));
    PAGES.answer(
        http,
        page.keys(),
        page.next(),
        asked.limit(),
        (json, key) -> ApiKeyJson.write(json, key, null));
  }

  private void revoke(Context http) {
    var faults = new ValidationErrors();
    var id = PathParameters.id(http, ApiKeyId::parse, faults);
    QueryParameters.of(http, faults, Set.of());
    var actor = Actors.changing(http, faults);
    faults.refuse();
    RequestBodies.ignore(http);
    switch (revokeApiKey.revoke(actor, sound(id))) {
      case RevokeApiKey.Outcome.Done _ -> Responses.empty(http, 204);
      case RevokeApiKey.Outcome.Denied _ -> throw new ProblemException(Problem.notAllowed());
      case RevokeApiKey.Outcome.NoSuchKey _ ->
          throw new ProblemException(Problem.noSuchThing("There is no API key with this id."));
    }
  }
}
