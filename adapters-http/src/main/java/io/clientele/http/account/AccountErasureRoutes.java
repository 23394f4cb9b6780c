package io.clientele.http.account;

import static io.clientele.domain.account.AccountPermission.ERASE_ACCOUNTS;
import static io.clientele.http.exchange.problem.ValidationErrors.sound;

import io.clientele.application.account.EraseAccount;
import io.clientele.application.account.EraseAccount.Outcome;
import io.clientele.http.exchange.PathParameters;
import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.RequestBodies;
import io.clientele.http.exchange.Responses;
import io.clientele.http.exchange.Rfc3339;
import io.clientele.http.exchange.problem.Problem;
import io.clientele.http.exchange.problem.ProblemException;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.clientele.http.identity.authentication.Actors;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.route.Routes;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/** The route that erases the personal data of an account permanently. */
public final class AccountErasureRoutes implements RouteGroup {
  private final EraseAccount eraseAccount;

  public AccountErasureRoutes(EraseAccount eraseAccount) {
    this.eraseAccount = eraseAccount;
  }

  @Override
  public void addTo(Routes routes) {
    routes.post("/v1/accounts/{id}/erasure").permits(ERASE_ACCOUNTS).by(this::erase);
  }

  private void erase(Context http) throws IOException {
    var faults = new ValidationErrors();
    var id = PathParameters.accountId(http, faults);
    QueryParameters.of(http, faults, Set.of());
    var actor = Actors.changing(http, faults);
    faults.refuse();
    RequestBodies.ignore(http);
    switch (eraseAccount.erase(actor, sound(id))) {
      case Outcome.Done done -> Responses.json(http, json -> write(json, done));
      case Outcome.Denied _ -> throw new ProblemException(Problem.notAllowed());
      case Outcome.Vetoed(var veto) -> throw AccountProblems.vetoed(veto);
      case Outcome.NoSuchAccount _ -> throw new ProblemException(Problem.noSuchAccount());
    }
  }

  private static void write(JsonGenerator json, Outcome.Done done) {
    json.writeStartObject();
    json.writeStringProperty("accountId", done.id().toString());
    json.writeStringProperty("erasedAt", Rfc3339.write(done.erasedAt()));
    json.writeEndObject();
  }
}
