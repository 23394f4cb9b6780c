package io.clientele.testkit.account;

import static io.clientele.domain.account.AccountOrder.CREATED;
import static io.clientele.domain.account.AccountOrder.CREATED_DESCENDING;
import static io.clientele.domain.account.AccountOrder.NAME;
import static io.clientele.domain.account.AccountOrder.NAME_DESCENDING;
import static io.clientele.domain.account.AccountOrder.VIEWS;
import static io.clientele.domain.account.AccountOrder.VIEWS_DESCENDING;
import static io.clientele.testkit.account.AccountFixtures.given;
import static io.clientele.testkit.account.AccountFixtures.listed;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.account.Account;
import io.clientele.domain.account.Account.Status;
import io.clientele.domain.account.AccountDirectory;
import io.clientele.domain.account.AccountFilter;
import io.clientele.domain.account.AccountOrder;
import io.clientele.domain.account.AccountPage.Total;
import io.clientele.domain.account.AccountQuery;
import io.clientele.domain.account.Accounts;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A list contains the selected accounts in its order; a part of {@link AccountDirectoryContract}.
 */
public interface AccountsListContract extends AccountDirectoryUnderTest {
  @Test
  default void anEmptyStoreHasOneEmptyPage() {
    accounts();
    for (var order : AccountOrder.values()) {
      var page = directory().list(new AccountQuery(AccountFilter.ALL, order, null, 50, true));
      assertThat(page.accounts()).isEmpty();
      assertThat(page.next()).isNull();
      assertThat(page.total()).isEqualTo(new Total(0, true));
    }
  }

  @Test
  default void aListShowsAccountsAsTheyAreFound() {
    var accounts = accounts();
    var sample = new AccountSample(40);
    var full = given(accounts, sample.opening());
    var opened = given(accounts, sample.opening(sample.named("Plain Jane")));
    var changed = given(accounts, opened.suspend(sample.act()));
    for (var order : AccountOrder.values()) {
      assertThat(listed(directory(), AccountFilter.ALL, order))
          .containsExactlyInAnyOrder(full, changed);
    }
  }

  @Test
  default void closedAccountsAreListedOnlyByTheirStatus() {
    var accounts = accounts();
    var sample = new AccountSample(41);
    var active = given(accounts, sample.opening());
    var suspended = given(accounts, given(accounts, sample.opening()).suspend(sample.act()));
    var closed = given(accounts, given(accounts, sample.opening()).close(sample.act()));
    for (var order : AccountOrder.values()) {
      assertThat(listed(directory(), AccountFilter.ALL, order))
          .containsExactlyInAnyOrder(active, suspended);
      assertThat(listed(directory(), of(Status.ACTIVE), order)).containsExactly(active);
      assertThat(listed(directory(), of(Status.SUSPENDED), order)).containsExactly(suspended);
      assertThat(listed(directory(), of(Status.CLOSED), order)).containsExactly(closed);
    }
  }

  @Test
  default void anEmailSelectsOnlyItsOpenAccount() {
    var accounts = accounts();
    var sample = new AccountSample(42);
    var first = given(accounts, sample.opening());
    var closed = given(accounts, first.close(sample.act()));
    var heir = given(accounts, sample.opening(first.profile()));
    given(accounts, sample.opening());
    var email = first.profile().email();
    assertThat(listed(directory(), new AccountFilter(null, null, email, null, null), CREATED))
        .containsExactly(heir);
    assertThat(listed(directory(), new AccountFilter(Status.CLOSED, null, email, null, null), NAME))
        .containsExactly(closed);
    assertThat(
            listed(directory(), new AccountFilter(null, null, sample.email(), null, null), CREATED))
        .isEmpty();
  }

  @Test
  default void aTimeRangeIncludesItsStartAndExcludesItsEnd() {
    var accounts = accounts();
    var sample = new AccountSample(43);
    var noon = Instant.parse("2026-11-20T12:00:00Z");
    var stored =
        IntStream.range(0, 4)
            .mapToObj(i -> createdAt(accounts, sample, noon.plus(i, ChronoUnit.MICROS)))
            .toList();
    var second = stored.get(1).createdAt();
    var fourth = stored.get(3).createdAt();
    assertThat(listed(directory(), created(second, fourth), CREATED))
        .isEqualTo(stored.subList(1, 3));
    assertThat(listed(directory(), created(second, null), CREATED)).isEqualTo(stored.subList(1, 4));
    assertThat(listed(directory(), created(null, second), CREATED)).isEqualTo(stored.subList(0, 1));
    assertThat(listed(directory(), created(second, second), CREATED)).isEmpty();
  }

  @Test
  default void everyPartOfAFilterMustHold() {
    var accounts = accounts();
    var sample = new AccountSample(44);
    var wanted = given(accounts, sample.opening(sample.named("Grace Hopper")));
    var email = wanted.profile().email();
    var from = wanted.createdAt();
    var to = from.plusSeconds(1);
    var right = new AccountFilter(Status.ACTIVE, "hopper", email, from, to);
    var wrong =
        List.of(
            new AccountFilter(Status.SUSPENDED, "hopper", email, from, to),
            new AccountFilter(Status.ACTIVE, "lovelace", email, from, to),
            new AccountFilter(Status.ACTIVE, "hopper", sample.email(), from, to),
            new AccountFilter(Status.ACTIVE, "hopper", email, to, null),
            new AccountFilter(Status.ACTIVE, "hopper", email, null, from));
    for (var order : AccountOrder.values()) {
      assertThat(listed(directory(), right, order)).containsExactly(wanted);
      assertThat(wrong).allSatisfy(f -> assertThat(listed(directory(), f, order)).isEmpty());
    }
  }

  @Test
  default void aTotalIsReturnedOnlyOnRequest() {
    var accounts = accounts();
    var sample = new AccountSample(45);
    IntStream.range(0, 5).forEach(i -> given(accounts, sample.opening()));
    given(accounts, given(accounts, sample.opening()).close(sample.act()));
    var first = directory().list(AccountFixtures.first(AccountFilter.ALL, CREATED, 2));
    assertThat(first.total()).isNull();
    var second =
        directory().list(new AccountQuery(AccountFilter.ALL, CREATED, first.next(), 2, true));
    assertThat(second.total()).as("of the filter, not of the page").isEqualTo(new Total(5, true));
    var closed = directory().list(new AccountQuery(of(Status.CLOSED), NAME, null, 1, true));
    assertThat(closed.total()).isEqualTo(new Total(1, true));
  }

  @Test
  default void creationTimesSortBothWaysAndEqualOnesById() {
    var accounts = accounts();
    var sample = new AccountSample(46);
    var early = Instant.parse("2026-11-20T12:00:00.000001Z");
    var stored = new ArrayList<Account>();
    IntStream.range(0, 3).forEach(i -> stored.add(createdAt(accounts, sample, early)));
    stored.add(0, createdAt(accounts, sample, early.minus(1, ChronoUnit.MICROS)));
    stored.add(createdAt(accounts, sample, early.plus(1, ChronoUnit.MICROS)));
    assertSorted(directory(), stored, CREATED, CREATED_DESCENDING);
  }

  @Test
  default void namesSortBothWaysWithoutAccentsOrCaseAndEqualOnesById() {
    var accounts = accounts();
    var sample = new AccountSample(47);
    var names = List.of("alba", "Álbum", "ALCÂNTARA", "Zoé", "zoe", "ZOË", "Zorro");
    var shuffled = new ArrayList<>(names);
    Collections.rotate(shuffled, 2);
    shuffled.forEach(name -> given(accounts, sample.opening(sample.named(name))));
    var expected =
        new ArrayList<>(
            listed(directory(), AccountFilter.ALL, CREATED).stream()
                .sorted((one, other) -> Integer.compare(rank(one), rank(other)))
                .toList());
    assertSorted(directory(), expected, NAME, NAME_DESCENDING);
  }

  @Test
  default void viewsSortBothWaysAndEqualOnesById() {
    var accounts = accounts();
    var sample = new AccountSample(48);
    var ids = IntStream.range(0, 5).mapToObj(i -> given(accounts, sample.opening())).toList();
    persist(
        Map.of(
            ids.get(0).id(),
            7L,
            ids.get(1).id(),
            Long.MAX_VALUE,
            ids.get(2).id(),
            7L,
            ids.get(4).id(),
            1L));
    var expected = List.of(ids.get(3), ids.get(4), ids.get(0), ids.get(2), ids.get(1));
    assertSorted(directory(), expected, VIEWS, VIEWS_DESCENDING);
  }

  private static void assertSorted(
      AccountDirectory directory, List<Account> expected, AccountOrder up, AccountOrder down) {
    var backwards = new ArrayList<>(expected);
    Collections.reverse(backwards);
    assertThat(listed(directory, AccountFilter.ALL, up)).isEqualTo(expected);
    assertThat(listed(directory, AccountFilter.ALL, down)).isEqualTo(backwards);
  }

  /** Accounts whose names differ only in accents and case have one rank and are ordered by id. */
  private static int rank(Account account) {
    var name = account.profile().name().value();
    return switch (name) {
      case "alba" -> 0;
      case "Álbum" -> 1;
      case "ALCÂNTARA" -> 2;
      case "Zorro" -> 4;
      default -> 3;
    };
  }

  private static Account createdAt(Accounts accounts, AccountSample sample, Instant at) {
    return given(accounts, Account.open(sample.id(), sample.profile(), sample.act(at)));
  }

  private static AccountFilter created(@Nullable Instant from, @Nullable Instant to) {
    return new AccountFilter(null, null, null, from, to);
  }

  private static AccountFilter of(Status status) {
    return new AccountFilter(status, null, null, null, null);
  }
}
