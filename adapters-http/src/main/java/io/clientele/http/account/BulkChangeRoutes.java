package io.clientele.http.account;

import static io.clientele.domain.account.AccountPermission.CHANGE_ACCOUNTS;
import static io.clientele.http.exchange.problem.ValidationErrors.sound;

import io.clientele.application.account.AccountOutcome;
import io.clientele.application.account.bulk.ChangeManyAccounts;
import io.clientele.application.account.bulk.ChangeManyAccounts.Action;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.http.exchange.JsonObjectReader;
import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.RequestBodies;
import io.clientele.http.exchange.Responses;
import io.clientele.http.exchange.problem.ProblemException;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.clientele.http.identity.authentication.Actors;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.route.Routes;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/** The route that changes the status of many accounts, with an outcome for each. */
public final class BulkChangeRoutes implements RouteGroup {
  private static final String ACTION = "action";
  private static final String IDS = "accountIds";
  private static final Set<String> MEDIA_TYPES = Set.of("application/json");
  private static final Map<String, Action> ACTIONS =
      Map.of("suspend", Action.SUSPEND, "reactivate", Action.REACTIVATE, "close", Action.CLOSE);

  private final ChangeManyAccounts changeManyAccounts;

  public BulkChangeRoutes(ChangeManyAccounts changeManyAccounts) {
    this.changeManyAccounts = changeManyAccounts;
  }

  @Override
  public void addTo(Routes routes) {
    routes.post("/v1/accounts/bulk-changes").permits(CHANGE_ACCOUNTS).by(this::change);
  }

  private void change(Context http) throws IOException {
    var faults = new ValidationErrors();
    QueryParameters.of(http, faults, Set.of());
    var actor = Actors.changing(http, faults);
    faults.refuse();
    var document = RequestBodies.read(http, MEDIA_TYPES, faults);
    var body = JsonObjectReader.of(document, Set.of(ACTION, IDS), faults);
    var action = body.value(ACTION, BulkChangeRoutes::action);
    var ids = ids(body);
    faults.refuse();
    var outcomes = changeManyAccounts.change(actor, sound(action), ids);
    Responses.json(http, json -> write(json, outcomes));
  }

  private static Action action(String name) {
    var action = ACTIONS.get(name);
    if (action == null) {
      throw new InvalidValue(ACTION, "must be one of close, reactivate, suspend");
    }
    return action;
  }

  private static List<AccountId> ids(JsonObjectReader body) {
    var texts = body.texts(IDS);
    var max = ChangeManyAccounts.ACCOUNTS_MAX;
    if (body.node().path(IDS).isArray() && (texts.isEmpty() || texts.size() > max)) {
      body.fault(IDS, "must be a list of 1 to " + max + " ids");
      return List.of();
    }
    var ids = new ArrayList<AccountId>();
    for (var text : texts) {
      try {
        ids.add(AccountId.parse(text));
      } catch (InvalidValue broken) {
        body.fault(IDS, broken.faults().getFirst().rule());
        return List.of();
      }
    }
    return ids;
  }

  private static void write(JsonGenerator json, Map<AccountId, AccountOutcome> outcomes) {
    json.writeStartObject();
    json.writeArrayPropertyStart("data");
    outcomes.forEach(
        (id, outcome) -> {
          json.writeStartObject();
          json.writeStringProperty("accountId", id.toString());
          write(json, outcome);
          json.writeEndObject();
        });
    json.writeEndArray();
    json.writeEndObject();
  }

  /** The status and the problem that a call about this account alone would answer with. */
  private static void write(JsonGenerator json, AccountOutcome outcome) {
    try {
      AccountProblems.done(outcome);
      json.writeNumberProperty("status", 200);
    } catch (ProblemException refused) {
      var problem = refused.problem();
      json.writeNumberProperty("status", problem.status());
      json.writeStringProperty("type", "/problems/" + problem.type());
      json.writeStringProperty("detail", problem.detail());
    }
  }
}
