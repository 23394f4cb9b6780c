package io.clientele.http.ledger;

import static io.clientele.http.ledger.LedgerCalls.path;
import static io.clientele.http.ledger.LedgerCalls.posted;
import static io.clientele.http.ledger.LedgerCalls.type;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.identity.Role;
import io.clientele.domain.kernel.AccountId;
import io.clientele.http.testing.RawSocketClient;
import io.clientele.http.testing.context.InMemoryIdentity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PocketRoutesTest {
  private static final String ABSENT = "/v1/accounts/01890a5d-ac96-774b-bcce-b302099a8057";

  private final LedgerCalls calls = new LedgerCalls();
  private final AccountId account = calls.caller.open("Ada Lovelace");
  private final String id = calls.pocket(account);
  private final String pocket = "/v1/pockets/" + id;

  @AfterEach
  void stop() {
    calls.close();
  }

  private RawSocketClient.Answer patch(String body, String... headers) {
    return calls.caller.call("PATCH", pocket, body, headers);
  }

  @Test
  void aPocketShowsItsBalanceAndItsTag() {
    calls.book(posted(calls.bank, id, "12.5"));
    var answer = calls.caller.get(pocket);
    assertThat(answer.header("ETag")).isEqualTo("\"1.1\"");
    var json = answer.json();
    assertThat(json.path("accountId").asString()).isEqualTo(account.toString());
    assertThat(json.path("floor").asString()).isEqualTo("0.00");
    assertThat(json.path("posted").asString()).isEqualTo("12.50");
    assertThat(json.path("held").asString()).isEqualTo("0.00");
    assertThat(json.path("version").asInt()).isEqualTo(1);
    var house = calls.caller.get("/v1/pockets/" + calls.bank);
    assertThat(house.header("ETag")).isNull();
    assertThat(house.json().path("available").asString()).isEqualTo("-12.50");
    assertThat(house.json().has("floor")).isFalse();
  }

  @Test
  void thePocketOfAnUnknownAccountIs404BeforeItsBodyIsRead() {
    assertThat(calls.caller.call("POST", ABSENT + "/pockets", "{").status()).isEqualTo(404);
    assertThat(calls.caller.get(ABSENT + "/pockets").status()).isEqualTo(404);
  }

  @Test
  void aFloorNeedsAnAdministrator() {
    var operator =
        "Authorization: Bearer "
            + calls.service.context(InMemoryIdentity.class).bearerOf(Role.OPERATOR);
    var path = "/v1/accounts/" + account + "/pockets";
    var credit = "{\"asset\":\"USD\",\"name\":\"credit\",\"floor\":\"-5\"}";
    assertThat(calls.caller.call("POST", path, credit, operator).status()).isEqualTo(403);
    var opened = calls.caller.call("POST", path, credit);
    assertThat(opened.json().path("floor").asString()).isEqualTo("-5.00");
    assertThat(patch("{\"floor\":\"-5\"}", operator).status()).isEqualTo(403);
    assertThat(patch("{\"status\":\"frozen\"}", operator).status()).isEqualTo(200);
    assertThat(patch("{\"floor\":\"-5\"}").json().path("floor").asString()).isEqualTo("-5.00");
    calls.caller.call("PATCH", pocket, "{\"status\":\"open\"}");
    calls.book(posted(id, calls.bank, "5.00"));
    assertThat(type(patch("{\"floor\":\"-4.99\"}"))).isEqualTo("below-floor");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"asset\":\"USD\",\"name\":\"n\",\"floor\":\"1\"}",
        "{\"asset\":\"USD\",\"name\":\"n\",\"floor\":null}",
        "{\"asset\":\"USD\",\"name\":\"n\",\"floor\":\"-0.001\"}",
        "{\"asset\":\"USD\",\"name\":\"n\",\"floor\":0}",
        "{\"asset\":\"XYZ\",\"name\":\"n\"}",
        "{\"asset\":\"USD\",\"name\":\"N\"}",
        "{\"asset\":\"USD\"}",
        "{\"name\":\"n\"}"
      })
  void aPocketThatBreaksARuleIs400(String body) {
    var answer = calls.caller.call("POST", "/v1/accounts/" + account + "/pockets", body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
  }

  @Test
  void onlyTheVersionOfATagIsCompared() {
    assertThat(patch("{\"status\":\"frozen\"}", "If-Match: \"2.0\"").status()).isEqualTo(412);
    assertThat(patch("{\"status\":\"frozen\"}", "If-Match: \"1.99\"").status()).isEqualTo(200);
    var done = patch("{\"status\":\"frozen\"}", "If-Match: \"1.99\"");
    assertThat(done.status()).isEqualTo(200);
    assertThat(done.header("ETag")).isEqualTo("\"2.0\"");
    var refused = calls.put(path(), posted(calls.bank, id, "1.00"));
    assertThat(type(refused)).isEqualTo("pocket-frozen");
    assertThat(refused.json().path("pocket").asString()).isEqualTo(id);
  }

  @Test
  void onlyAnEmptyPocketIsClosedAndItStaysClosed() {
    calls.book(posted(calls.bank, id, "1.00"));
    assertThat(type(patch("{\"status\":\"closed\"}"))).isEqualTo("pockets-not-empty");
    calls.book(posted(id, calls.bank, "1.00"));
    assertThat(patch("{\"status\":\"closed\"}").status()).isEqualTo(200);
    assertThat(patch("{\"status\":\"closed\"}").status()).isEqualTo(200);
    assertThat(type(patch("{\"status\":\"open\"}"))).isEqualTo("pocket-closed");
    assertThat(type(calls.put(path(), posted(calls.bank, id, "1.00")))).isEqualTo("pocket-closed");
  }

  @Test
  void anAccountWithMoneyIsNeitherClosedNorErased() {
    calls.book(posted(calls.bank, id, "1.00"));
    var one = "/v1/accounts/" + account;
    assertThat(type(calls.caller.call("DELETE", one, ""))).isEqualTo("pockets-not-empty");
    assertThat(type(calls.caller.call("POST", one + "/erasure", "")))
        .isEqualTo("pockets-not-empty");
    var back = calls.book(posted(id, calls.bank, "1.00"));
    assertThat(calls.caller.call("DELETE", one, "").status()).isEqualTo(204);
    assertThat(calls.caller.get(pocket).json().path("status").asString()).isEqualTo("closed");
    var late = calls.caller.call("POST", one + "/pockets", "{\"asset\":\"USD\",\"name\":\"x\"}");
    assertThat(late.status()).isEqualTo(409);
    assertThat(type(late)).isEqualTo("account-closed");
    assertThat(calls.caller.call("POST", one + "/erasure", "").status()).isEqualTo(200);
    var again = calls.put(back, posted(id, calls.bank, "1.00"));
    assertThat(again.status()).isEqualTo(410);
    assertThat(type(again)).isEqualTo("account-erased");
    assertThat(calls.caller.get(back).status()).isEqualTo(200);
  }

  @Test
  void entriesAndBalancesOfThePastAreShown() {
    calls.book(posted(calls.bank, id, "3.00"));
    calls.book(posted(id, calls.bank, "1.00"));
    var entries = calls.caller.get(pocket + "/entries?limit=1");
    assertThat(entries.json().path("data").path(0).path("delta").asString()).isEqualTo("-1.00");
    var cursor = entries.json().path("nextCursor").asString();
    var first = calls.caller.get(pocket + "/entries?cursor=" + cursor).json().path("data").path(0);
    assertThat(first.path("postedAfter").asString()).isEqualTo("3.00");
    var at = first.path("bookedAt").asString();
    assertThat(calls.caller.get(pocket + "/balance?seq=1").json().path("posted").asString())
        .isEqualTo("3.00");
    assertThat(calls.caller.get(pocket + "/balance?at=" + at).json().path("seq").asInt())
        .isEqualTo(1);
    assertThat(calls.caller.get(pocket + "/balance").json().path("posted").asString())
        .isEqualTo("2.00");
    assertThat(calls.caller.get(pocket + "/balance?seq=3").status()).isEqualTo(404);
    for (var bad : new String[] {"seq=0", "seq=x", "at=x", "at=2999-01-01T00:00:00Z"}) {
      assertThat(calls.caller.get(pocket + "/balance?" + bad).status()).as(bad).isEqualTo(400);
    }
    assertThat(calls.caller.get(pocket + "/balance?seq=1&at=" + at).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"code\":\"usd\",\"scale\":2,\"kind\":\"money\"}",
        "{\"code\":\"ABC\",\"scale\":19,\"kind\":\"money\"}",
        "{\"code\":\"ABC\",\"scale\":-1,\"kind\":\"money\"}",
        "{\"code\":\"ABC\",\"scale\":2.0,\"kind\":\"money\"}",
        "{\"code\":\"ABC\",\"scale\":\"2\",\"kind\":\"money\"}",
        "{\"code\":\"ABC\",\"scale\":99999999999999999999,\"kind\":\"money\"}",
        "{\"code\":\"ABC\",\"scale\":2,\"kind\":\"MONEY\"}",
        "{\"code\":\"ABC\",\"kind\":\"money\"}"
      })
  void anAssetThatBreaksARuleIs400(String body) {
    assertThat(calls.caller.call("POST", "/v1/assets", body).status()).isEqualTo(400);
  }
}
