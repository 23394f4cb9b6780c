package io.clientele.http.account;

import io.clientele.application.account.Outcome;
import io.clientele.domain.Answer;
import io.clientele.domain.account.Account;
import io.clientele.http.Answers;
import io.clientele.http.EntityTags;
import io.clientele.http.Json;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers that show an account, now or once more. */
final class AccountAnswers {
  private AccountAnswers() {}

  /** It came to be. */
  static Answer opened(Account account) {
    return of(201, "/v1/accounts/" + account.id(), account);
  }

  /** It is there. */
  static Answer shown(Account account) {
    return of(200, null, account);
  }

  /** The answer to a change: as it was given before, or made of the account as it is now. */
  static void give(Context http, Outcome outcome, Function<Account, Answer> answering)
      throws IOException {
    if (outcome instanceof Outcome.Replayed(var answer)) {
      http.res().setHeader("Idempotent-Replayed", "true");
      give(http, answer);
    } else {
      give(http, answering.apply(AccountProblems.done(outcome)));
    }
  }

  static void give(Context http, Answer answer) throws IOException {
    if (answer.location() != null) {
      http.res().setHeader("Location", answer.location());
    }
    if (answer.tag() != null) {
      http.res().setHeader("ETag", answer.tag());
    }
    Answers.json(http, answer.status(), answer.body().getBytes(StandardCharsets.UTF_8));
  }

  private static Answer of(int status, @Nullable String location, Account account) {
    var body = Json.write(json -> AccountJson.write(json, account, null));
    var text = new String(body, StandardCharsets.UTF_8);
    return new Answer(status, location, EntityTags.of(account.version()), text);
  }
}
