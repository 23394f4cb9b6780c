package io.clientele.http.ledger;

import static io.clientele.http.ledger.LedgerCalls.leg;
import static io.clientele.http.ledger.LedgerCalls.path;
import static io.clientele.http.ledger.LedgerCalls.posted;
import static io.clientele.http.ledger.LedgerCalls.settling;
import static io.clientele.http.ledger.LedgerCalls.transfer;
import static io.clientele.http.ledger.LedgerCalls.type;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.identity.Role;
import io.clientele.domain.kernel.AccountId;
import io.clientele.http.testing.context.InMemoryIdentity;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CustomerTransfersTest {
  private static final String ABSENT = "01890a5d-ac96-774b-bcce-b302099a8057";

  private final LedgerCalls calls = new LedgerCalls();
  private final AccountId account = calls.caller.open("Ada Lovelace");
  private final String ada = calls.pocket(account);
  private final String grace = calls.pocket(calls.caller.open("Grace Hopper"));
  private final String customer = calls.customer(account);

  @AfterEach
  void stop() {
    calls.close();
  }

  @Test
  void aCustomerPaysOutOfItsOwnPocketsForAllowedReasons() {
    calls.book(posted(calls.bank, ada, "10.00"));
    calls.book(posted(ada, grace, "4.00"), customer);
    assertThat(calls.available(ada)).isEqualTo("6.00");
    var other = posted(ada, grace, "1.00").replace("\"pay\"", "\"gift\"");
    assertThat(calls.put(path(), other, customer).status()).isEqualTo(403);
  }

  @Test
  void aForeignPayerIsAsAnAbsentOne() {
    calls.book(posted(calls.bank, grace, "10.00"));
    var foreign = calls.put(path(), posted(grace, ada, "1.00"), customer);
    var absent = calls.put(path(), posted(ABSENT, ada, "1.00"), customer);
    var house = calls.put(path(), posted(calls.bank, ada, "1.00"), customer);
    for (var answer : List.of(foreign, absent, house)) {
      assertThat(answer.status()).isEqualTo(422);
      assertThat(type(answer)).isEqualTo("no-such-pocket");
      assertThat(answer.json().path("pointer").asString()).isEqualTo("#/legs/0/from");
    }
    var second = transfer("posted", leg(ada, grace, "1.00") + "," + leg(grace, ada, "2.00"), "");
    assertThat(calls.put(path(), second, customer).json().path("pointer").asString())
        .isEqualTo("#/legs/1/from");
    assertThat(calls.available(grace)).isEqualTo("10.00");
  }

  @Test
  void aCustomerNeitherHoldsNorSettles() {
    calls.book(posted(calls.bank, ada, "10.00"));
    var held = transfer("held", leg(ada, grace, "1.00"), ",\"expiresIn\":60");
    assertThat(calls.put(path(), held, customer).status()).isEqualTo(403);
    var hold = calls.book(held);
    for (var kind : new String[] {"capture", "release", "reversal"}) {
      for (var parent : new String[] {hold, ABSENT}) {
        var part = ",\"legs\":[{\"leg\":1,\"amount\":\"1.00\"}]";
        assertThat(calls.put(path(), settling(kind, parent, part), customer).status())
            .isEqualTo(403);
      }
    }
  }

  @Test
  void aCustomerOfASuspendedAccountPostsNothing() {
    calls.book(posted(calls.bank, ada, "10.00"));
    var suspension = "/v1/accounts/" + account + "/suspension";
    assertThat(calls.caller.call("POST", suspension, "").status()).isEqualTo(200);
    assertThat(calls.put(path(), posted(ada, grace, "1.00"), customer).status()).isEqualTo(403);
    assertThat(calls.caller.call("DELETE", suspension, "").status()).isEqualTo(200);
    calls.book(posted(ada, grace, "1.00"), customer);
  }

  @Test
  void anotherIdOfSomeoneElseDiffersWithoutFields() {
    calls.book(posted(calls.bank, ada, "10.00"));
    var path = calls.book(posted(calls.bank, grace, "7.00"));
    var answer = calls.put(path, posted(ada, grace, "1.00"), customer);
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.json().has("fields")).isFalse();
    assertThat(calls.caller.get(path, customer).status()).isEqualTo(404);
  }

  @Test
  void aCustomerSeesTheLegsThatTouchItsPockets() {
    var metadata = ",\"metadata\":{\"order\":\"1017\"}";
    var legs = leg(calls.bank, grace, "3.00") + "," + leg(calls.bank, ada, "10.00");
    var path = calls.book(transfer("posted", legs, metadata));
    var seen = calls.caller.get(path, customer).json();
    assertThat(seen.path("legs").size()).isEqualTo(1);
    assertThat(seen.path("legs").path(0).path("leg").asInt()).isEqualTo(2);
    assertThat(seen.has("metadata")).isFalse();
    assertThat(seen.has("actor")).isFalse();
    assertThat(calls.caller.get(path).json().path("legs").size()).isEqualTo(2);
    var own = calls.book(transfer("posted", leg(ada, grace, "1.00"), metadata), customer);
    assertThat(calls.caller.get(own, customer).json().path("metadata").path("order").asString())
        .isEqualTo("1017");
    var list = calls.caller.get("/v1/transfers?accountId=" + account, customer).json();
    assertThat(list.path("data").size()).isEqualTo(2);
    assertThat(list.toString()).doesNotContain("accountId");
  }

  @Test
  void aCustomerListsNothingOfOthers() {
    var span = "?from=2026-11-01T00:00:00Z&to=2026-11-02T00:00:00Z";
    assertThat(calls.caller.get("/v1/transfers" + span, customer).status()).isEqualTo(403);
    for (var query : new String[] {"?pocket=" + grace, "?pocket=" + ABSENT, "?parent=" + ABSENT}) {
      assertThat(calls.caller.get("/v1/transfers" + query, customer).status()).isEqualTo(404);
    }
    for (var path : new String[] {"", "/entries", "/balance"}) {
      assertThat(calls.caller.get("/v1/pockets/" + grace + path, customer).status()).isEqualTo(404);
      assertThat(calls.caller.get("/v1/pockets/" + ada + path, customer).status()).isEqualTo(200);
    }
  }

  @Test
  void anAuditorReadsAndPostsNothing() {
    var auditor =
        "Authorization: Bearer "
            + calls.service.context(InMemoryIdentity.class).bearerOf(Role.AUDITOR);
    assertThat(calls.put(path(), posted(calls.bank, ada, "1.00"), auditor).status()).isEqualTo(403);
    assertThat(calls.caller.get("/v1/pockets/" + ada, auditor).status()).isEqualTo(200);
  }
}
