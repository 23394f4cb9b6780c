package io.clientele.http.identity;

import static io.clientele.domain.identity.Permission.CHANGE_OPERATORS;
import static io.clientele.domain.identity.Permission.VIEW_OPERATORS;
import static io.clientele.http.Faults.sound;

import io.clientele.application.identity.IssueApiKey;
import io.clientele.application.identity.ListApiKeys;
import io.clientele.application.identity.RevokeApiKey;
import io.clientele.domain.identity.ApiKeyId;
import io.clientele.http.Answers;
import io.clientele.http.Bodies;
import io.clientele.http.Faults;
import io.clientele.http.Json;
import io.clientele.http.Paths;
import io.clientele.http.Problem;
import io.clientele.http.Query;
import io.clientele.http.Refusal;
import io.clientele.http.Routes;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** API keys: how services come in. */
public final class ApiKeyRoutes {
  private static final String ALL = "/v1/api-keys";
  private static final Pages<ApiKeyId> PAGES = new Pages<>(ALL, "api-keys-1", ApiKeyId::parse);

  private final IssueApiKey issueApiKey;
  private final ListApiKeys listApiKeys;
  private final RevokeApiKey revokeApiKey;

  /** Routes to these use cases. */
  public ApiKeyRoutes(IssueApiKey issueApiKey, ListApiKeys listApiKeys, RevokeApiKey revokeApiKey) {
    this.issueApiKey = issueApiKey;
    this.listApiKeys = listApiKeys;
    this.revokeApiKey = revokeApiKey;
  }

  /** Registers them. */
  public void addTo(Routes routes) {
    routes.post(ALL, CHANGE_OPERATORS, this::issue);
    routes.get(ALL, VIEW_OPERATORS, this::list);
    routes.delete(ALL + "/{id}", CHANGE_OPERATORS, this::revoke);
  }

  private void issue(Context http) throws IOException {
    var faults = new Faults();
    Query.of(http, faults, Set.of());
    var actor = Actors.changing(http, faults);
    faults.refuse();
    var asked = ApiKeyJson.read(http);
    switch (issueApiKey.issue(actor, asked.name(), asked.scope(), asked.expiresAt())) {
      case IssueApiKey.Outcome.Issued(var key, var secret) ->
          Answers.json(http, 201, Json.write(json -> ApiKeyJson.write(json, key, secret)));
      case IssueApiKey.Outcome.Denied _ -> throw new Refusal(Problem.notAllowed());
      case IssueApiKey.Outcome.NoSuchAccount _ ->
          throw new Refusal(
              Problem.invalid(
                  List.of(
                      new Problem.Fault(
                          "pointer", "#/accountId", "must be an account that is there"))));
    }
  }

  private void list(Context http) throws IOException {
    var asked = PAGES.asked(http);
    var page =
        Refusal.unlessGranted(listApiKeys.list(Actors.of(http), asked.after(), asked.limit()));
    PAGES.answer(
        http,
        page.keys(),
        page.next(),
        asked.limit(),
        (json, key) -> ApiKeyJson.write(json, key, null));
  }

  private void revoke(Context http) {
    var faults = new Faults();
    var id = Paths.id(http, ApiKeyId::parse, faults);
    Query.of(http, faults, Set.of());
    var actor = Actors.changing(http, faults);
    faults.refuse();
    Bodies.ignore(http);
    switch (revokeApiKey.revoke(actor, sound(id))) {
      case RevokeApiKey.Outcome.Done _ -> Answers.empty(http, 204);
      case RevokeApiKey.Outcome.Denied _ -> throw new Refusal(Problem.notAllowed());
      case RevokeApiKey.Outcome.NoSuchKey _ ->
          throw new Refusal(Problem.noSuchThing("There is no API key of this id."));
    }
  }
}
