package io.clientele.http.account;

import io.clientele.application.account.AccountOutcome;
import io.clientele.domain.account.Account;
import io.clientele.http.exchange.ReplayableResponse;
import io.clientele.http.exchange.Responses;
import io.clientele.http.exchange.header.EntityTags;
import io.clientele.http.exchange.json.JsonWriter;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Builds and sends responses that show an account, first or replayed. */
final class AccountResponses {
  private AccountResponses() {}

  /** Returns the 201 response for an opened account. */
  static ReplayableResponse opened(Account account) {
    return of(201, "/v1/accounts/" + account.id(), account);
  }

  /** Returns the 200 response that shows an account. */
  static ReplayableResponse shown(Account account) {
    return of(200, null, account);
  }

  /** Sends the response to a change, new or replayed. */
  static void give(
      Context http, AccountOutcome outcome, Function<Account, ReplayableResponse> answering)
      throws IOException {
    if (outcome instanceof AccountOutcome.Replayed(var answer)) {
      Responses.replayed(http, answer);
    } else {
      Responses.stored(http, answering.apply(AccountProblems.done(outcome)));
    }
  }

  private static ReplayableResponse of(int status, @Nullable String location, Account account) {
    var body = JsonWriter.write(json -> AccountJson.write(json, account, null));
    var text = new String(body, StandardCharsets.UTF_8);
    return new ReplayableResponse(status, location, EntityTags.of(account.version()), text);
  }
}
