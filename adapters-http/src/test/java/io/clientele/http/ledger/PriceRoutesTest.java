package io.clientele.http.ledger;

import static io.clientele.http.ledger.LedgerCalls.posted;
import static io.clientele.http.ledger.LedgerCalls.type;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.kernel.AccountId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PriceRoutesTest {
  private final LedgerCalls calls = new LedgerCalls();
  private final AccountId account = calls.caller.open("Ada Lovelace");
  private final String portfolio = "/v1/accounts/" + account + "/portfolio";

  @AfterEach
  void stop() {
    calls.close();
  }

  @Test
  void aPortfolioIsValuedInTheQuoteAsset() {
    var euro = "{\"code\":\"EUR\",\"scale\":3,\"kind\":\"money\"}";
    assertThat(calls.caller.call("POST", "/v1/assets", euro).status()).isEqualTo(201);
    calls.book(posted(calls.bank, calls.pocket(account), "10.50"));
    var unpriced = calls.caller.get(portfolio + "?quote=EUR").json();
    var holding = unpriced.path("assets").path(0);
    assertThat(holding.path("available").asString()).isEqualTo("10.50");
    assertThat(holding.path("value").isNull()).isTrue();
    assertThat(unpriced.path("total").asString()).isEqualTo("0.000");
    var price = "{\"asset\":\"USD\",\"quote\":\"EUR\",\"price\":\"0.920\"}";
    assertThat(calls.caller.call("POST", "/v1/prices", price).status()).isEqualTo(201);
    var priced = calls.caller.get(portfolio + "?quote=EUR").json();
    assertThat(priced.path("assets").path(0).path("value").asString()).isEqualTo("9.660");
    assertThat(priced.path("assets").path(0).path("price").asString()).isEqualTo("0.92");
    assertThat(priced.path("total").asString()).isEqualTo("9.660");
    assertThat(calls.caller.get(portfolio + "?quote=USD").json().path("total").asString())
        .isEqualTo("10.50");
  }

  @Test
  void aCustomerSeesItsOwnPortfolioOnly() {
    var foreign = calls.caller.open("Grace Hopper");
    var customer = calls.customer(account);
    assertThat(calls.caller.get(portfolio + "?quote=USD", customer).status()).isEqualTo(200);
    assertThat(
            calls.caller.get("/v1/accounts/" + foreign + "/portfolio?quote=USD", customer).status())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?quote=usd", "?quote=XYZ", "?quote=USD&quote=USD", "?quote=USD&x=1"})
  void aPortfolioNeedsAQuote(String query) {
    assertThat(calls.caller.get(portfolio + query).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"asset\":\"USD\",\"quote\":\"USD\",\"price\":\"1\"}",
        "{\"asset\":\"USD\",\"quote\":\"XYZ\",\"price\":\"1\"}",
        "{\"asset\":\"XYZ\",\"quote\":\"USD\",\"price\":\"1\"}",
        "{\"asset\":\"USD\",\"quote\":\"EUR\",\"price\":\"0\"}",
        "{\"asset\":\"USD\",\"quote\":\"EUR\",\"price\":\"-1\"}",
        "{\"asset\":\"USD\",\"quote\":\"EUR\",\"price\":1}",
        "{\"asset\":\"USD\",\"quote\":\"EUR\",\"price\":\"1\",\"at\":\"now\"}",
        "{\"asset\":\"USD\",\"quote\":\"EUR\"}"
      })
  void aPriceThatBreaksARuleIs400(String body) {
    var euro = "{\"code\":\"EUR\",\"scale\":2,\"kind\":\"money\"}";
    assertThat(calls.caller.call("POST", "/v1/assets", euro).status()).isEqualTo(201);
    assertThat(calls.caller.call("POST", "/v1/prices", body).status()).isEqualTo(400);
  }

  @Test
  void aPriceNeverChanges() {
    var euro = "{\"code\":\"EUR\",\"scale\":2,\"kind\":\"money\"}";
    assertThat(calls.caller.call("POST", "/v1/assets", euro).status()).isEqualTo(201);
    var price =
        "{\"asset\":\"USD\",\"quote\":\"EUR\",\"price\":\"1\",\"at\":\"2026-11-20T12:00:00Z\"}";
    assertThat(calls.caller.call("POST", "/v1/prices", price).status()).isEqualTo(201);
    assertThat(calls.caller.call("POST", "/v1/prices", price).status()).isEqualTo(200);
    var other = calls.caller.call("POST", "/v1/prices", price.replace("\"1\"", "\"2\""));
    assertThat(other.status()).isEqualTo(409);
    assertThat(type(other)).isEqualTo("price-differs");
  }
}
