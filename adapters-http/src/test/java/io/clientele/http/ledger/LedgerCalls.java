package io.clientele.http.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.kernel.AccountId;
import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.RawSocketClient;
import io.clientele.http.testing.TestClient;
import io.clientele.http.testing.context.InMemoryIdentity;
import java.util.UUID;

/** A service with one asset and a pocket of the house, and calls of its ledger. */
final class LedgerCalls implements AutoCloseable {
  final InMemoryServer service = new InMemoryServer();
  final TestClient caller = new TestClient(service.port());
  final String bank;

  LedgerCalls() {
    var asset = "{\"code\":\"USD\",\"scale\":2,\"kind\":\"money\"}";
    assertThat(caller.call("POST", "/v1/assets", asset).status()).isEqualTo(201);
    bank = opened("/v1/pockets", "{\"asset\":\"USD\",\"name\":\"bank\",\"floor\":null}");
  }

  /** Opens a pocket of the account. */
  String pocket(AccountId account) {
    return opened("/v1/accounts/" + account + "/pockets", "{\"asset\":\"USD\",\"name\":\"main\"}");
  }

  private String opened(String path, String body) {
    var answer = caller.call("POST", path, body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json().path("id").asString();
  }

  static String path() {
    return "/v1/transfers/" + UUID.randomUUID();
  }

  static String posted(String from, String to, String amount) {
    return transfer("posted", leg(from, to, amount), "");
  }

  static String transfer(String kind, String legs, String more) {
    return "{\"kind\":\"%s\",\"reason\":\"pay\",\"legs\":[%s]%s}".formatted(kind, legs, more);
  }

  static String leg(String from, String to, String amount) {
    return "{\"from\":\"%s\",\"to\":\"%s\",\"asset\":\"USD\",\"amount\":\"%s\"}"
        .formatted(from, to, amount);
  }

  static String settling(String kind, String parent, String more) {
    return "{\"kind\":\"%s\",\"reason\":\"pay\",\"parent\":\"%s\"%s}"
        .formatted(kind, parent.substring(parent.lastIndexOf('/') + 1), more);
  }

  RawSocketClient.Answer put(String path, String body, String... headers) {
    return caller.call("PUT", path, body, headers);
  }

  /** Puts a new transfer that must be booked, and returns its path. */
  String book(String body, String... headers) {
    var path = path();
    var answer = put(path, body, headers);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return path;
  }

  String customer(AccountId account) {
    return "Authorization: Bearer " + service.context(InMemoryIdentity.class).keyOf(account);
  }

  /** The available amount of a pocket. */
  String available(String pocket) {
    return caller.get("/v1/pockets/" + pocket).json().path("available").asString();
  }

  /** The type of a problem, without its folder. */
  static String type(RawSocketClient.Answer answer) {
    return answer.json().path("type").asString().replace("/problems/", "");
  }

  @Override
  public void close() {
    service.close();
  }
}
