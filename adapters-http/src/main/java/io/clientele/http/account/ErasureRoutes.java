package io.clientele.http.account;

import static io.clientele.domain.identity.Permission.ERASE_ACCOUNTS;
import static io.clientele.http.Faults.sound;

import io.clientele.application.account.EraseAccount;
import io.clientele.application.account.EraseAccount.Outcome;
import io.clientele.http.Answers;
import io.clientele.http.Bodies;
import io.clientele.http.Faults;
import io.clientele.http.Paths;
import io.clientele.http.Problem;
import io.clientele.http.Query;
import io.clientele.http.Refusal;
import io.clientele.http.Rfc3339;
import io.clientele.http.Routes;
import io.clientele.http.identity.Actors;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/** Removing the personal data of an account for good. */
public final class ErasureRoutes {
  private final EraseAccount eraseAccount;

  /** Routes to this use case. */
  public ErasureRoutes(EraseAccount eraseAccount) {
    this.eraseAccount = eraseAccount;
  }

  /** Registers it. */
  public void addTo(Routes routes) {
    routes.post("/v1/accounts/{id}/erasure", ERASE_ACCOUNTS, this::erase);
  }

  private void erase(Context http) throws IOException {
    var faults = new Faults();
    var id = Paths.accountId(http, faults);
    Query.of(http, faults, Set.of());
    var actor = Actors.changing(http, faults);
    faults.refuse();
    Bodies.ignore(http);
    switch (eraseAccount.erase(actor, sound(id))) {
      case Outcome.Done done -> Answers.json(http, json -> write(json, done));
      case Outcome.Denied _ -> throw new Refusal(Problem.notAllowed());
      case Outcome.NoSuchAccount _ -> throw new Refusal(Problem.noSuchAccount());
    }
  }

  private static void write(JsonGenerator json, Outcome.Done done) {
    json.writeStartObject();
    json.writeStringProperty("accountId", done.id().toString());
    json.writeStringProperty("erasedAt", Rfc3339.write(done.erasedAt()));
    json.writeEndObject();
  }
}
