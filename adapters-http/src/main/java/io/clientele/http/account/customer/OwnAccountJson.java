package io.clientele.http.account.customer;

import io.clientele.domain.account.Account;
import io.clientele.domain.kernel.AccountId;
import io.clientele.http.account.AccountJson;
import io.clientele.http.exchange.ReplayableResponse;
import io.clientele.http.exchange.Rfc3339;
import io.clientele.http.exchange.header.EntityTags;
import io.clientele.http.exchange.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonGenerator;

/** Writes an account as its customer sees it: without what operations note about it. */
final class OwnAccountJson {
  private OwnAccountJson() {}

  /** Returns the 200 response that shows an account. */
  static ReplayableResponse shown(Account account) {
    var body = JsonWriter.write(json -> write(json, account));
    return new ReplayableResponse(
        200, null, tag(account.id(), account.version()), new String(body, StandardCharsets.UTF_8));
  }

  static String tag(AccountId id, long version) {
    return EntityTags.ofParts(id, version);
  }

  private static void write(JsonGenerator json, Account account) {
    json.writeStartObject();
    json.writeStringProperty("id", account.id().toString());
    AccountJson.identity(json, account.profile());
    json.writeStringProperty("status", AccountJson.statusOf(account.status()));
    json.writeStringProperty("createdAt", Rfc3339.write(account.createdAt()));
    json.writeStringProperty("updatedAt", Rfc3339.write(account.updatedAt()));
    json.writeEndObject();
  }
}
