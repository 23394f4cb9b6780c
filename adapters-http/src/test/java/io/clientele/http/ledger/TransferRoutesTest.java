package io.clientele.http.ledger;

import static io.clientele.http.ledger.LedgerCalls.leg;
import static io.clientele.http.ledger.LedgerCalls.path;
import static io.clientele.http.ledger.LedgerCalls.posted;
import static io.clientele.http.ledger.LedgerCalls.settling;
import static io.clientele.http.ledger.LedgerCalls.transfer;
import static io.clientele.http.ledger.LedgerCalls.type;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransferRoutesTest {
  private final LedgerCalls calls = new LedgerCalls();
  private final String bank = calls.bank;
  private final String ada = calls.pocket(calls.caller.open("Ada Lovelace"));
  private final String grace = calls.pocket(calls.caller.open("Grace Hopper"));

  @AfterEach
  void stop() {
    calls.close();
  }

  @Test
  void theSameTransferAgainIsReplayedAndAnotherDiffers() {
    var path = path();
    var first = calls.put(path, posted(bank, ada, "12.5"));
    assertThat(first.status()).isEqualTo(201);
    assertThat(first.json().path("legs").path(0).path("amount").asString()).isEqualTo("12.50");
    assertThat(first.json().path("outcome").asString()).isEqualTo("booked");
    var again = calls.put(path, posted(bank, ada, "12.50"));
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(again.body()).isEqualTo(first.body());
    var other = calls.put(path, posted(bank, ada, "12.51"));
    assertThat(other.status()).isEqualTo(409);
    assertThat(type(other)).isEqualTo("transfer-differs");
    assertThat(other.json().path("fields").toString()).isEqualTo("[\"legs\"]");
    assertThat(calls.available(ada)).isEqualTo("12.50");
  }

  @Test
  void aRefusalIsRememberedUnderTheId() {
    var path = path();
    var refused = calls.put(path, posted(ada, grace, "5.00"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(type(refused)).isEqualTo("insufficient-balance");
    assertThat(refused.json().path("pocket").asString()).isEqualTo(ada);
    assertThat(refused.json().path("missing").asString()).isEqualTo("5.00");
    calls.book(posted(bank, ada, "100.00"));
    var again = calls.put(path, posted(ada, grace, "5.00"));
    assertThat(again.status()).isEqualTo(422);
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    var shown = calls.caller.get(path).json();
    assertThat(shown.path("outcome").asString()).isEqualTo("refused");
    assertThat(shown.path("problem").path("type").asString())
        .isEqualTo("/problems/insufficient-balance");
  }

  @Test
  void aDryRunReturnsTheStatusAndStoresNothing() {
    var path = path();
    var good = calls.put(path + "?dryRun=true", posted(bank, ada, "1.00"));
    assertThat(good.body()).isEqualTo("{\"status\":201}");
    var bad = calls.put(path + "?dryRun=true", posted(ada, grace, "1.00")).json();
    assertThat(bad.path("status").asInt()).isEqualTo(422);
    assertThat(bad.path("problem").path("missing").asString()).isEqualTo("1.00");
    assertThat(calls.caller.get(path).status()).isEqualTo(404);
    assertThat(calls.available(ada)).isEqualTo("0.00");
  }

  @Test
  void aHoldIsCapturedInPartsUpToItsRest() {
    calls.book(posted(bank, ada, "10.00"));
    var hold = calls.book(transfer("held", leg(ada, grace, "8.00"), ",\"expiresIn\":60"));
    assertThat(calls.available(ada)).isEqualTo("2.00");
    var part = ",\"legs\":[{\"leg\":1,\"amount\":\"%s\"}]";
    calls.book(settling("capture", hold, part.formatted("3.00")));
    var above = calls.put(path(), settling("capture", hold, part.formatted("5.01")));
    assertThat(above.status()).isEqualTo(422);
    assertThat(type(above)).isEqualTo("above-rest");
    assertThat(above.json().path("leg").asInt()).isEqualTo(1);
    assertThat(above.json().path("rest").asString()).isEqualTo("5.00");
    var capture = calls.book(settling("capture", hold, ",\"final\":true"));
    var over = calls.put(path(), settling("release", hold, ""));
    assertThat(over.status()).isEqualTo(409);
    assertThat(type(over)).isEqualTo("hold-over");
    assertThat(over.json().path("state").asString()).isEqualTo("captured");
    assertThat(calls.put(path(), settling("reversal", hold, "")).status()).isEqualTo(409);
    calls.book(settling("reversal", capture, ""));
    assertThat(calls.available(ada)).isEqualTo("7.00");
    assertThat(calls.available(grace)).isEqualTo("3.00");
    var children = calls.caller.get("/v1/transfers?parent=" + hold.substring(14)).json();
    assertThat(children.path("data").findValuesAsString("outcome"))
        .containsExactly("refused", "refused", "booked", "refused", "booked");
  }

  @Test
  void absentThingsOfATransferAreNamed() {
    var absent = "01890a5d-ac96-774b-bcce-b302099a8057";
    var pocket = calls.put(path(), posted(bank, absent, "1.00"));
    assertThat(pocket.status()).isEqualTo(422);
    assertThat(type(pocket)).isEqualTo("no-such-pocket");
    assertThat(pocket.json().path("pointer").asString()).isEqualTo("#/legs/0/to");
    var parent = calls.put(path(), settling("capture", absent, ""));
    assertThat(parent.status()).isEqualTo(400);
    assertThat(parent.json().path("errors").path(0).path("pointer").asString())
        .isEqualTo("#/parent");
    var other = "{\"code\":\"EUR\",\"scale\":2,\"kind\":\"money\"}";
    calls.caller.call("POST", "/v1/assets", other);
    var mismatch = calls.put(path(), posted(bank, ada, "1.00").replace("USD", "EUR"));
    assertThat(mismatch.status()).isEqualTo(422);
    assertThat(mismatch.json().path("pointer").asString()).isEqualTo("#/legs/0/asset");
    var hold = transfer("held", leg(bank, ada, "1.00"), ",\"expiresIn\":60");
    assertThat(calls.put(path(), hold).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "0.00",
        "-1",
        "+1",
        "01",
        "1.",
        ".5",
        "1.001",
        "1e2",
        " 1",
        "1,00",
        "",
        "\u0661",
        "999999999999999999999999999999999999999",
        "99999999999999999999999999999999999999"
      })
  void anAmountThatBreaksARuleIsNamed(String amount) {
    var answer = calls.put(path(), posted(bank, ada, amount));
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.json().path("errors").path(0).path("pointer").asString())
        .isEqualTo("#/legs/0/amount");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"kind\":\"posted\"|\"kind\":\"gift\"|#/kind",
        "\"kind\":\"posted\"|\"kind\":\"held\"|#/expiresIn",
        "\"kind\":\"posted\"|\"kind\":\"posted\",\"expiresIn\":5|#/expiresIn",
        "\"kind\":\"posted\"|\"kind\":\"held\",\"expiresIn\":7776001|#/expiresIn",
        "\"kind\":\"posted\"|\"kind\":\"held\",\"expiresIn\":1.5|#/expiresIn",
        "\"kind\":\"posted\"|\"kind\":\"held\",\"expiresIn\":\"5\"|#/expiresIn",
        "\"kind\":\"posted\"|\"kind\":\"posted\",\"parent\":\"x\"|#/parent",
        "\"kind\":\"posted\"|\"kind\":\"posted\",\"final\":true|#/final",
        "\"reason\":\"pay\"|\"reason\":\"Pay\"|#/reason",
        "\"reason\":\"pay\"|\"reason\":\"pay\",\"metadata\":{\"a\":1}|#/metadata/a",
        "\"reason\":\"pay\"|\"reason\":\"pay\",\"effectiveAt\":\"now\"|#/effectiveAt",
        "\"reason\":\"pay\"|\"reason\":\"pay\",\"Idempotency-Key\":\"x\"|#/Idempotency-Key",
        "\"asset\":\"USD\"|\"asset\":\"usd\"|#/legs/0/asset",
        "\"asset\":\"USD\"|\"asset\":\"XYZ\"|#/legs/0/asset",
        "\"amount\":\"1.00\"|\"amount\":1.00|#/legs/0/amount",
        "\"amount\":\"1.00\"|\"amount\":\"1.00\",\"leg\":1|#/legs/0/leg"
      })
  void aMemberThatBreaksARuleIsNamed(String good, String bad, String pointer) {
    var body = posted(bank, ada, "1.00").replace(good, bad);
    var answer = calls.put(path(), body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.json().path("errors").findValuesAsString("pointer")).contains(pointer);
  }

  @Test
  void legsAreOneTo64AndNeverToTheirOwnPocket() {
    assertThat(calls.put(path(), transfer("posted", "", "")).status()).isEqualTo(400);
    var one = leg(bank, ada, "0.01");
    var most = String.join(",", Collections.nCopies(64, one));
    assertThat(calls.put(path(), transfer("posted", most, "")).status()).isEqualTo(201);
    assertThat(calls.put(path(), transfer("posted", most + "," + one, "")).status()).isEqualTo(400);
    var own = calls.put(path(), posted(bank, bank, "1.00"));
    assertThat(own.json().path("errors").path(0).path("pointer").asString())
        .isEqualTo("#/legs/0/to");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0199F3B2-7c00-7000-8000-000000000001",
        "00000000-0000-0000-0000-000000000000",
        "ffffffff-ffff-ffff-ffff-ffffffffffff",
        "0199f3b2-7c00-7000-8000-00000000000",
        "x"
      })
  void anIdThatIsNoUuidIs400(String id) {
    var answer = calls.put("/v1/transfers/" + id, posted(bank, ada, "1.00"));
    assertThat(answer.status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?reason=pay",
        "?from=2026-11-01T00:00:00Z",
        "?to=2026-11-01T00:00:00Z",
        "?from=2026-11-01T00:00:00Z&to=2026-12-02T00:00:01Z",
        "?from=2026-11-02T00:00:00Z&to=2026-11-01T00:00:00Z",
        "?pocket=x",
        "?parent=x",
        "?accountId=x",
        "?pocket=%1$s&accountId=%1$s",
        "?cursor=x"
      })
  void aListNeedsExactlyOneSelection(String query) {
    var id = "01890a5d-ac96-774b-bcce-b302099a8057";
    assertThat(calls.caller.get("/v1/transfers" + query.formatted(id)).status()).isEqualTo(400);
  }

  @Test
  void listsGoPageByPage() {
    for (var i = 1; i <= 3; i++) {
      calls.book(posted(bank, ada, i + ".00"));
    }
    var first = calls.caller.get("/v1/transfers?limit=2&reason=pay&pocket=" + ada);
    assertThat(first.json().path("data").findValuesAsString("amount"))
        .containsExactly("3.00", "2.00");
    var cursor = first.json().path("nextCursor").asString();
    var next = calls.caller.get("/v1/transfers?limit=2&cursor=" + cursor);
    assertThat(next.json().path("data").findValuesAsString("amount")).containsExactly("1.00");
    assertThat(calls.caller.get("/v1/transfers?reason=x&cursor=" + cursor).status()).isEqualTo(400);
  }
}
