package io.clientele.http.account;

import io.clientele.domain.account.Account.Status;
import io.clientele.domain.account.AccountFilter;
import io.clientele.domain.account.AccountOrder;
import io.clientele.domain.kernel.text.Email;
import io.clientele.http.exchange.Rfc3339;
import io.clientele.http.exchange.problem.ValidationErrors;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The part of a list's parameters that a cursor is bound to: which accounts, in which order. */
record AccountSearchCriteria(AccountOrder order, AccountFilter filter) {
  /** The parameters, in the order of {@link #texts}. */
  static final List<String> NAMES =
      List.of("sort", "status", "q", "email", "createdFrom", "createdTo");

  private static final Map<String, AccountOrder> ORDERS =
      Map.of(
          "createdAt", AccountOrder.CREATED,
          "-createdAt", AccountOrder.CREATED_DESCENDING,
          "name", AccountOrder.NAME,
          "-name", AccountOrder.NAME_DESCENDING,
          "views", AccountOrder.VIEWS,
          "-views", AccountOrder.VIEWS_DESCENDING);
  private static final Map<String, Status> STATUSES = statuses();

  /** Reads the criteria; notes a fault for each invalid parameter. */
  static AccountSearchCriteria read(
      Function<String, @Nullable String> given, ValidationErrors faults) {
    var email = given.apply("email");
    var text = given.apply("q");
    var filter =
        new AccountFilter(
            oneOf("status", STATUSES, given, faults),
            null,
            email == null ? null : faults.parameter("email", () -> new Email(email)),
            instant("createdFrom", given, faults),
            instant("createdTo", given, faults));
    var complete = text == null ? filter : faults.parameter("q", () -> with(filter, text));
    var order = oneOf("sort", ORDERS, given, faults);
    return new AccountSearchCriteria(
        order == null ? AccountOrder.CREATED_DESCENDING : order,
        complete == null ? filter : complete);
  }

  /** Returns the parameters in their canonical form; null for one that selects nothing. */
  List<@Nullable String> texts() {
    return Arrays.asList(
        nameOf(ORDERS, order),
        filter.status() == null ? null : nameOf(STATUSES, filter.status()),
        filter.text(),
        filter.email() == null ? null : filter.email().value(),
        filter.createdFrom() == null ? null : Rfc3339.write(filter.createdFrom()),
        filter.createdTo() == null ? null : Rfc3339.write(filter.createdTo()));
  }

  private static AccountFilter with(AccountFilter filter, String text) {
    return new AccountFilter(
        filter.status(), text, filter.email(), filter.createdFrom(), filter.createdTo());
  }

  private static <T> @Nullable T oneOf(
      String name,
      Map<String, T> known,
      Function<String, @Nullable String> given,
      ValidationErrors faults) {
    var text = given.apply(name);
    var value = text == null ? null : known.get(text);
    if (text != null && value == null) {
      var names = known.keySet().stream().sorted().toList();
      faults.parameter(name, "must be one of " + String.join(", ", names));
    }
    return value;
  }

  /** Accounts are dated in microseconds: a finer bound means the next one, at either end. */
  private static @Nullable Instant instant(
      String name, Function<String, @Nullable String> given, ValidationErrors faults) {
    var at = Rfc3339.parameter(name, given.apply(name), faults);
    if (at == null) {
      return null;
    }
    var micros = at.truncatedTo(ChronoUnit.MICROS);
    return micros.equals(at) ? at : micros.plus(1, ChronoUnit.MICROS);
  }

  private static <T> String nameOf(Map<String, T> names, T value) {
    return names.entrySet().stream()
        .filter(name -> name.getValue().equals(value))
        .findFirst()
        .orElseThrow()
        .getKey();
  }

  private static Map<String, Status> statuses() {
    var statuses = new HashMap<String, Status>();
    for (var status : Status.values()) {
      statuses.put(AccountJson.statusOf(status), status);
    }
    return statuses;
  }
}
