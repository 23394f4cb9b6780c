package io.clientele.http.account;

import static io.clientele.http.exchange.problem.ValidationErrors.sound;

import io.clientele.application.account.AccountOutcome;
import io.clientele.application.account.ViewAccount;
import io.clientele.domain.account.Accounts.Found;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.AccountId;
import io.clientele.http.exchange.PathParameters;
import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.RequestBodies;
import io.clientele.http.exchange.RespondAsync;
import io.clientele.http.exchange.header.EntityTags;
import io.clientele.http.exchange.problem.ProblemException;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.clientele.http.identity.authentication.Actors;
import io.clientele.http.route.WriteSubject;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Set;
import java.util.function.LongPredicate;

/** Reads requests that change a stored account, and runs their use case. */
final class AccountChangeRequest {
  private static final Set<String> NO_PARAMETERS = Set.of();

  private AccountChangeRequest() {}

  /** A use case that changes a stored account. */
  @FunctionalInterface
  interface Change {
    AccountOutcome change(Actor actor, AccountId id, LongPredicate expected);
  }

  /** Runs a change and shows the changed account, or throws the problem of its outcome. */
  static void show(Context http, Change change) throws IOException {
    AccountResponses.give(http, outcome(http, change), AccountResponses::shown);
  }

  /** Runs a change of the account that the path names. */
  static AccountOutcome outcome(Context http, Change change) {
    var faults = new ValidationErrors();
    var id = PathParameters.accountId(http, faults);
    QueryParameters.of(http, faults, NO_PARAMETERS);
    var expected = EntityTags.expected(http, faults);
    var actor = Actors.changing(http, faults);
    faults.refuse();
    return change.change(actor, sound(id), expected);
  }

  /** Finds the account that a write changes; 404 and 410 if there is none. */
  static WriteSubject.Finder subject(ViewAccount viewAccount) {
    return http -> {
      var id = AccountId.parse(http.pathParam("id"));
      AccountProblems.present(viewAccount.view(Actors.of(http), id, found -> false));
      return new WriteSubject("account:" + id, id);
    };
  }

  /** Finds the account that is to be closed, as {@link #subject} does; an erased one is closed. */
  static WriteSubject.Finder closedSubject(ViewAccount viewAccount) {
    return http -> {
      var id = AccountId.parse(http.pathParam("id"));
      var found = viewAccount.view(Actors.of(http), id, account -> false);
      return found instanceof Found.Erased
          ? new WriteSubject("account:" + id, null)
          : subject(viewAccount).find(http);
    };
  }

  /** Wraps a change without a body. 404 for the account comes before 413. */
  static Change bodiless(Context http, ViewAccount viewAccount, Change change) {
    return (actor, id, expected) -> {
      try {
        RequestBodies.ignore(http);
      } catch (ProblemException tooLarge) {
        AccountProblems.present(viewAccount.view(actor, id, found -> false));
        throw tooLarge;
      }
      RespondAsync.accept(http);
      return change.change(actor, id, expected);
    };
  }
}
