package io.clientele.bootstrap.api;

import io.clientele.apikit.client.ApiClient;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Calls that carry values of persons into each statement that the database refuses or compares:
 * taken e-mails and tax ids, imports, searches, wrong passwords. All values are marked.
 */
final class PersonalDataProbe {
  /** In each value, in some case. */
  static final String MARK = "qzplanted";

  private static final String ACCOUNTS = "/v1/accounts";
  private static final String[] JSON = {"Content-Type", "application/json"};
  private static final String[] TABLE = {"Content-Type", "text/csv"};
  private static final String ACCOUNT =
      """
      {"name": "%s Lovelace", "email": "%s", "taxId": {"country": "DE", "value": "%s"},
      "metadata": {"%s": "%s"}}
      """;

  private final ApiClient api;

  PersonalDataProbe(ApiClient api) {
    this.api = api;
  }

  void run() {
    var first = open(1);
    var second = open(2);
    taken(second);
    imports();
    searches();
    operators();
    api.call(200, "PATCH", first, "{\"email\":\"%s\"}".formatted(email(3)), JSON);
    api.call(204, "DELETE", first, "");
    api.call(200, "POST", first + "/erasure", "");
  }

  private String open(int number) {
    return api.call(201, "POST", ACCOUNTS, account(email(number), taxId(number)), JSON)
        .header("Location");
  }

  private void taken(String other) {
    api.call(409, "POST", ACCOUNTS, account(email(1), taxId(7)), JSON);
    api.call(409, "POST", ACCOUNTS, account(email(7), taxId(1)), JSON);
    api.call(409, "PATCH", other, "{\"email\":\"%s\"}".formatted(email(1)), JSON);
    var taxId = "{\"taxId\":{\"country\":\"DE\",\"value\":\"%s\"}}".formatted(taxId(1));
    api.call(409, "PATCH", other, taxId, JSON);
    api.call(400, "POST", ACCOUNTS, account("@" + email(1), "-" + taxId(1)), JSON);
  }

  private void imports() {
    var rows = new StringBuilder("name,email,taxIdCountry,taxIdValue\n");
    IntStream.of(1, 8, 8, 9)
        .mapToObj(i -> "%s,%s,DE,%s%n".formatted(MARK, email(i), taxId(1 + i % 2)))
        .forEach(rows::append);
    api.call(200, "POST", ACCOUNTS + "/import?dryRun=true", rows.toString(), TABLE);
    api.call(200, "POST", ACCOUNTS + "/import", rows.toString(), TABLE);
  }

  private void searches() {
    for (var query : List.of("q=" + MARK, "email=" + email(1), "q=" + MARK + "%2520%27x")) {
      api.call(200, "GET", ACCOUNTS + "?" + query, "");
      api.call(200, "GET", ACCOUNTS + "/export?format=csv&" + query, "");
    }
  }

  private void operators() {
    var operator =
        "{\"email\":\"%s\",\"name\":\"%s\",\"password\":\"%s words\",\"roles\":[\"auditor\"]}"
            .formatted(email(4), MARK, MARK);
    api.call(201, "POST", "/v1/operators", operator, JSON);
    api.call(409, "POST", "/v1/operators", operator, JSON);
    for (var number : List.of(4, 5)) {
      var wrong = "{\"email\":\"%s\",\"password\":\"%s is wrong\"}".formatted(email(number), MARK);
      api.call(401, "POST", "/v1/sessions", wrong, JSON);
    }
  }

  private static String account(String email, String taxId) {
    return ACCOUNT.formatted(MARK, email, taxId, MARK, MARK);
  }

  private static String email(int number) {
    return MARK + number + "@example.com";
  }

  private static String taxId(int number) {
    return MARK.toUpperCase(Locale.ROOT) + number;
  }
}
