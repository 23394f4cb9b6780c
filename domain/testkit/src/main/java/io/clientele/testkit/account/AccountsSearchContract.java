package io.clientele.testkit.account;

import static io.clientele.testkit.account.AccountFixtures.assertFound;
import static io.clientele.testkit.account.AccountFixtures.client;
import static io.clientele.testkit.account.AccountFixtures.given;
import static io.clientele.testkit.account.AccountFixtures.listed;
import static io.clientele.testkit.account.AccountFixtures.matching;
import static io.clientele.testkit.account.AccountFixtures.named;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.account.Account;
import io.clientele.domain.account.Account.Status;
import io.clientele.domain.account.AccountFilter;
import io.clientele.domain.account.AccountOrder;
import io.clientele.domain.account.AccountPage.Total;
import io.clientele.domain.account.AccountQuery;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Accounts are found by a part of their name or e-mail; a part of {@link AccountDirectoryContract}.
 */
public interface AccountsSearchContract extends AccountDirectoryUnderTest {
  @Test
  default void threeCharactersMatchAnyPartOfANameOrEmail() {
    var accounts = accounts();
    given(accounts, client("Augusta Ada King", "countess@lovelace.example"));
    given(accounts, client("Charles Babbage", "engine@analytical.example"));
    assertFound(directory(), "Aug", "Augusta Ada King");
    assertFound(directory(), "sta Ada K", "Augusta Ada King");
    assertFound(directory(), "age", "Charles Babbage");
    assertFound(directory(), "gine@ana", "Charles Babbage");
    assertFound(directory(), "@lovelace", "Augusta Ada King");
    assertFound(directory(), "example", "Augusta Ada King", "Charles Babbage");
    assertFound(directory(), "Ada Babbage");
    assertFound(directory(), "countess engine");
  }

  @Test
  default void oneOrTwoCharactersMatchTheBeginningOnly() {
    var accounts = accounts();
    given(accounts, client("Augusta Ada King", "countess@lovelace.example"));
    given(accounts, client("Charles Babbage", "engine@analytical.example"));
    assertFound(directory(), "A", "Augusta Ada King");
    assertFound(directory(), "au", "Augusta Ada King");
    assertFound(directory(), "c", "Augusta Ada King", "Charles Babbage");
    assertFound(directory(), "en", "Charles Babbage");
    assertFound(directory(), "ng");
    assertFound(directory(), "g");
    assertFound(directory(), "b");
  }

  @Test
  default void wildcardCharactersAreLiteral() {
    var accounts = accounts();
    given(accounts, client("100% Pure", "pure%juice@example.com"));
    given(accounts, client("100 Proof", "proof_read@example.com"));
    given(accounts, client("snake_case", "snake@example.com"));
    given(accounts, client("snakeXcase", "snakex@example.com"));
    given(accounts, client("back\\slash", "slash@example.com"));
    given(accounts, client("back%slash", "slash2@example.com"));
    given(accounts, client("*?.[a-z]+ (regex)", "regex@example.com"));
    given(accounts, client("%", "percent@example.com"));
    assertFound(directory(), "00%", "100% Pure");
    assertFound(directory(), "e_c", "snake_case");
    assertFound(directory(), "k\\s", "back\\slash");
    assertFound(directory(), "k%s", "back%slash");
    assertFound(directory(), "f_r", "100 Proof");
    assertFound(directory(), "e%j", "100% Pure");
    assertFound(directory(), "%", "%");
    assertFound(directory(), "_");
    assertFound(directory(), "__");
    assertFound(directory(), "\\");
    assertFound(directory(), "%%%");
    assertFound(directory(), "*?.", "*?.[a-z]+ (regex)");
    assertFound(directory(), "*", "*?.[a-z]+ (regex)");
    assertFound(directory(), ".*");
    assertFound(directory(), "s.a");
  }

  @Test
  default void quotesAndPlaceholdersAreLiteral() {
    var accounts = accounts();
    given(accounts, client("O'Brien; DROP TABLE account;--", "obrien@example.com"));
    given(accounts, client("Is it $1 or ? or :name", "unsure@example.com"));
    assertFound(directory(), "o'b", "O'Brien; DROP TABLE account;--");
    assertFound(directory(), "o'", "O'Brien; DROP TABLE account;--");
    assertFound(directory(), "'; drop");
    assertFound(directory(), "; drop", "O'Brien; DROP TABLE account;--");
    assertFound(directory(), "$1 or ?", "Is it $1 or ? or :name");
  }

  /**
   * A store may search for beginnings separately: no account is missing or repeated, and all are in
   * order.
   */
  @Test
  default void prefixMatchesAndOthersAreOneListInTheOrderOfNames() {
    var accounts = accounts();
    var names =
        List.of("Ada Grace", "Gra", "Gracchus Grace", "Grace", "Grace Hopper", "Gray Grace", "Zoe");
    for (var i = 0; i < names.size(); i++) {
      given(accounts, client(names.get(i), "mail" + i + "@example.com"));
    }
    given(accounts, client("Grace Mail", "grace@mail.example"));
    given(accounts, client("Hugh", "gracious.grace@example.com"));
    given(accounts, client("Graham", "grace.graham@example.com"));
    var expected =
        List.of(
            "Ada Grace",
            "Gracchus Grace",
            "Grace",
            "Grace Hopper",
            "Grace Mail",
            "Graham",
            "Gray Grace",
            "Hugh");
    for (var limit = 1; limit <= 9; limit++) {
      assertThat(named(directory(), "grace", AccountOrder.NAME, limit)).isEqualTo(expected);
      var reversed = new ArrayList<>(expected);
      Collections.reverse(reversed);
      assertThat(named(directory(), "GRACE", AccountOrder.NAME_DESCENDING, limit))
          .isEqualTo(reversed);
    }
    assertThat(named(directory(), "race hop", AccountOrder.NAME, 2))
        .containsExactly("Grace Hopper");
    assertThat(named(directory(), "ace", AccountOrder.NAME, 3)).isEqualTo(expected);
  }

  @Test
  default void aSearchAppliesToTotalsAndPages() {
    var accounts = accounts();
    var sample = new AccountSample(80);
    for (var i = 0; i < 5; i++) {
      given(accounts, sample.opening(sample.named("Twin " + i)));
      given(accounts, sample.opening(sample.named("Other " + i)));
    }
    var closed = given(accounts, sample.opening(sample.named("Twin gone")));
    given(accounts, closed.close(sample.act()));
    for (var order : AccountOrder.values()) {
      var pages = AccountFixtures.pages(directory(), matching("twin"), order, 2);
      assertThat(pages).extracting(page -> page.accounts().size()).containsExactly(2, 2, 1);
      var counted = directory().list(new AccountQuery(matching("twin"), order, null, 2, true));
      assertThat(counted.total()).isEqualTo(new Total(5, true));
    }
    var ofClosed = new AccountFilter(Status.CLOSED, "twin", null, null, null);
    assertThat(listed(directory(), ofClosed, AccountOrder.NAME))
        .extracting(Account::id)
        .containsExactly(closed.id());
  }

  @Test
  default void aSearchFollowsAnAmendment() {
    var accounts = accounts();
    var sample = new AccountSample(81);
    var maiden = given(accounts, sample.opening(sample.named("Maria Skłodowska")));
    given(accounts, maiden.amend(sample.named("Marie Curie"), sample.act()));
    assertFound(directory(), "maria");
    assertFound(directory(), "curie", "Marie Curie");
    assertFound(directory(), maiden.profile().email().value());
  }
}
