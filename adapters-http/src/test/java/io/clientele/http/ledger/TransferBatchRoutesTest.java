package io.clientele.http.ledger;

import static io.clientele.http.ledger.LedgerCalls.posted;
import static io.clientele.http.ledger.LedgerCalls.type;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.kernel.AccountId;
import io.clientele.http.testing.RawSocketClient;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransferBatchRoutesTest {
  private final LedgerCalls calls = new LedgerCalls();
  private final AccountId account = calls.caller.open("Ada Lovelace");
  private final String bank = calls.bank;
  private final String ada = calls.pocket(account);
  private final String grace = calls.pocket(calls.caller.open("Grace Hopper"));

  @AfterEach
  void stop() {
    calls.close();
  }

  private static String named(String id, String transfer) {
    return "{\"id\":\"" + id + "\"," + transfer.substring(1);
  }

  private static String named(String transfer) {
    return named(UUID.randomUUID().toString(), transfer);
  }

  private RawSocketClient.Answer post(boolean isAtomic, List<String> transfers, String... headers) {
    var body =
        "{\"atomic\":%b,\"transfers\":[%s]}".formatted(isAtomic, String.join(",", transfers));
    return calls.caller.call("POST", "/v1/transfer-batches", body, headers);
  }

  private static List<Integer> statuses(RawSocketClient.Answer answer) {
    var statuses = new ArrayList<Integer>();
    answer.json().path("transfers").forEach(one -> statuses.add(one.path("status").asInt()));
    return statuses;
  }

  @Test
  void eachTransferIsDecidedByItselfInTurn() {
    var id = UUID.randomUUID().toString();
    var answer =
        post(
            false,
            List.of(
                named(posted(ada, grace, "1.00")),
                named(id, posted(bank, ada, "5.00")),
                named(id, posted(bank, ada, "5.00")),
                named(posted(ada, grace, "2.00"))));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(statuses(answer)).containsExactly(422, 201, 200, 201);
    var problem = answer.json().path("transfers").path(0).path("problem");
    assertThat(problem.path("type").asString()).isEqualTo("/problems/insufficient-balance");
    assertThat(problem.path("missing").asString()).isEqualTo("1.00");
    assertThat(calls.available(ada)).isEqualTo("3.00");
  }

  @Test
  void anAtomicBatchIsBookedWholeOrNotAtAll() {
    var first = UUID.randomUUID().toString();
    var refused =
        post(
            true,
            List.of(named(first, posted(bank, ada, "5.00")), named(posted(ada, grace, "9.00"))));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(type(refused)).isEqualTo("batch-refused");
    assertThat(statuses(refused)).containsExactly(201, 422);
    assertThat(calls.available(ada)).isEqualTo("0.00");
    assertThat(calls.caller.get("/v1/transfers/" + first).status()).isEqualTo(404);
    var booked =
        post(
            true,
            List.of(named(first, posted(bank, ada, "9.00")), named(posted(ada, grace, "9.00"))));
    assertThat(booked.status()).isEqualTo(200);
    assertThat(calls.available(grace)).isEqualTo("9.00");
  }

  @Test
  void aForeignPayerInAnAtomicBatchOfACustomerBooksNothing() {
    calls.book(posted(bank, ada, "5.00"));
    calls.book(posted(bank, grace, "5.00"));
    var customer = calls.customer(account);
    var transfers = List.of(named(posted(ada, grace, "1.00")), named(posted(grace, ada, "1.00")));
    var atomic = post(true, transfers, customer);
    assertThat(atomic.status()).isEqualTo(422);
    assertThat(atomic.json().path("transfers").path(1).path("problem").path("pointer").asString())
        .isEqualTo("#/transfers/1/legs/0/from");
    assertThat(calls.available(grace)).isEqualTo("5.00");
    assertThat(statuses(post(false, transfers, customer))).containsExactly(201, 422);
    var gift = named(posted(ada, grace, "1.00").replace("\"pay\"", "\"gift\""));
    assertThat(post(false, List.of(gift), customer).status()).isEqualTo(403);
  }

  @Test
  void pathsOfFaultsStartAtTheBatch() {
    var bad = named(posted(ada, grace, "1.001"));
    var answer = post(false, List.of(named(posted(ada, grace, "1.00")), bad));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("errors").path(0).path("pointer").asString())
        .isEqualTo("#/transfers/1/legs/0/amount");
    var noId = post(false, List.of(posted(ada, grace, "1.00")));
    assertThat(noId.json().path("errors").path(0).path("pointer").asString())
        .isEqualTo("#/transfers/0/id");
  }

  @Test
  void aBatchHasAtMost500Transfers() {
    var most = new ArrayList<String>();
    for (var i = 0; i < 500; i++) {
      most.add(named(posted(bank, ada, "0.01")));
    }
    assertThat(Collections.frequency(statuses(post(false, most)), 201)).isEqualTo(500);
    most.add(named(posted(bank, ada, "0.01")));
    assertThat(post(false, most).status()).isEqualTo(400);
    assertThat(calls.available(ada)).isEqualTo("5.00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"transfers\":[]}",
        "{\"transfers\":{}}",
        "{\"transfers\":[1]}",
        "{\"transfers\":[{}],\"atomic\":1}",
        "[]",
        "{\"transfers\":[{\"x\":1}]}"
      })
  void aBatchThatBreaksARuleIs400(String body) {
    assertThat(calls.caller.call("POST", "/v1/transfer-batches", body).status()).isEqualTo(400);
  }
}
