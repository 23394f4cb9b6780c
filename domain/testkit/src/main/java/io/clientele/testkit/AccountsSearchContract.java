package io.clientele.testkit;

import static io.clientele.testkit.Given.given;
import static io.clientele.testkit.Given.listed;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.Change;
import io.clientele.domain.Email;
import io.clientele.domain.account.Account;
import io.clientele.domain.account.Account.Status;
import io.clientele.domain.account.AccountFilter;
import io.clientele.domain.account.AccountOrder;
import io.clientele.domain.account.AccountPage.Total;
import io.clientele.domain.account.AccountQuery;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.account.ClientName;
import io.clientele.domain.account.Metadata;
import io.clientele.domain.account.Profile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The part of {@link AccountsContract} about finding accounts by a part of their name or e-mail.
 */
public interface AccountsSearchContract extends AccountsUnderTest {
  @Test
  default void threeCharactersAreFoundInAnyPartOfANameOrEmail() {
    var accounts = accounts();
    given(accounts, client("Augusta Ada King", "countess@lovelace.example"));
    given(accounts, client("Charles Babbage", "engine@analytical.example"));
    assertFound(accounts, "Aug", "Augusta Ada King");
    assertFound(accounts, "sta Ada K", "Augusta Ada King");
    assertFound(accounts, "age", "Charles Babbage");
    assertFound(accounts, "gine@ana", "Charles Babbage");
    assertFound(accounts, "@lovelace", "Augusta Ada King");
    assertFound(accounts, "example", "Augusta Ada King", "Charles Babbage");
    assertFound(accounts, "Ada Babbage");
    assertFound(accounts, "countess engine");
  }

  @Test
  default void oneOrTwoCharactersAreFoundOnlyAtTheBeginning() {
    var accounts = accounts();
    given(accounts, client("Augusta Ada King", "countess@lovelace.example"));
    given(accounts, client("Charles Babbage", "engine@analytical.example"));
    assertFound(accounts, "A", "Augusta Ada King");
    assertFound(accounts, "au", "Augusta Ada King");
    assertFound(accounts, "c", "Augusta Ada King", "Charles Babbage");
    assertFound(accounts, "en", "Charles Babbage");
    assertFound(accounts, "ng");
    assertFound(accounts, "g");
    assertFound(accounts, "b");
  }

  @Test
  default void accentsAndCaseMatterOnNeitherSide() {
    var accounts = accounts();
    given(accounts, client("Françoise Barré-Sinoussi", "virologue@pasteur.example"));
    given(accounts, client("FRANCOISE SAGAN", "tristesse@bonjour.example"));
    given(accounts, client("Ångström Jr", "zoë@spectrum.example"));
    for (var text : List.of("françoise", "FRANCOISE", "fránçoïse", "franc\u0327oise", "RANÇ")) {
      assertFound(accounts, text, "FRANCOISE SAGAN", "Françoise Barré-Sinoussi");
    }
    assertFound(accounts, "barre", "Françoise Barré-Sinoussi");
    assertFound(accounts, "ANGSTROM", "Ångström Jr");
    assertFound(accounts, "an", "Ångström Jr");
    assertFound(accounts, "Å", "Ångström Jr");
    assertFound(accounts, "ZOE@S", "Ångström Jr");
    assertFound(accounts, "zö", "Ångström Jr");
  }

  @Test
  default void charactersThatAreWildcardsElsewhereMeanThemselves() {
    var accounts = accounts();
    given(accounts, client("100% Pure", "pure%juice@example.com"));
    given(accounts, client("100 Proof", "proof_read@example.com"));
    given(accounts, client("snake_case", "snake@example.com"));
    given(accounts, client("snakeXcase", "snakex@example.com"));
    given(accounts, client("back\\slash", "slash@example.com"));
    given(accounts, client("back%slash", "slash2@example.com"));
    given(accounts, client("*?.[a-z]+ (regex)", "regex@example.com"));
    given(accounts, client("%", "percent@example.com"));
    assertFound(accounts, "00%", "100% Pure");
    assertFound(accounts, "e_c", "snake_case");
    assertFound(accounts, "k\\s", "back\\slash");
    assertFound(accounts, "k%s", "back%slash");
    assertFound(accounts, "f_r", "100 Proof");
    assertFound(accounts, "e%j", "100% Pure");
    assertFound(accounts, "%", "%");
    assertFound(accounts, "_");
    assertFound(accounts, "__");
    assertFound(accounts, "\\");
    assertFound(accounts, "%%%");
    assertFound(accounts, "*?.", "*?.[a-z]+ (regex)");
    assertFound(accounts, "*", "*?.[a-z]+ (regex)");
    assertFound(accounts, ".*");
    assertFound(accounts, "s.a");
  }

  @Test
  default void quotesAndPlaceholdersAreText() {
    var accounts = accounts();
    given(accounts, client("O'Brien; DROP TABLE account;--", "obrien@example.com"));
    given(accounts, client("Is it $1 or ? or :name", "unsure@example.com"));
    assertFound(accounts, "o'b", "O'Brien; DROP TABLE account;--");
    assertFound(accounts, "o'", "O'Brien; DROP TABLE account;--");
    assertFound(accounts, "'; drop");
    assertFound(accounts, "; drop", "O'Brien; DROP TABLE account;--");
    assertFound(accounts, "$1 or ?", "Is it $1 or ? or :name");
  }

  @Test
  default void namesOfAnyScriptAreFound() {
    var accounts = accounts();
    var names =
        List.of(
            "山田太郎商店", "Дмитрий Менделеев", "Αρχιμήδης", "محمد الخوارزمي", "ירושלים", "🦊🐻🐼 Zoo");
    for (var i = 0; i < names.size(); i++) {
      given(accounts, client(names.get(i), "script" + i + "@example.com"));
    }
    assertFound(accounts, "太郎商", "山田太郎商店");
    assertFound(accounts, "山田", "山田太郎商店");
    assertFound(accounts, "山", "山田太郎商店");
    assertFound(accounts, "田", "山田太郎商店");
    assertFound(accounts, "店", "山田太郎商店");
    assertFound(accounts, "МЕНДЕЛ", "Дмитрий Менделеев");
    assertFound(accounts, "д", "Дмитрий Менделеев");
    assertFound(accounts, "αρχιμηδ", "Αρχιμήδης");
    assertFound(accounts, "خوارزم", "محمد الخوارزمي");
    assertFound(accounts, "ושל", "ירושלים");
    assertFound(accounts, "🦊🐻🐼", "🦊🐻🐼 Zoo");
    assertFound(accounts, "🦊", "🦊🐻🐼 Zoo");
    assertFound(accounts, "🐻");
    assertFound(accounts, "🐻🐼");
  }

  @Test
  default void lettersThatTheRootCollationComparesAsEqualAreFound() {
    var accounts = accounts();
    var searches = new LinkedHashMap<String, List<String>>();
    searches.put("Łukasz Wałęsa", List.of("lukasz", "WALESA", "Łu"));
    searches.put("Đặng Văn", List.of("dang van", "đ"));
    searches.put("Søren", List.of("soren", "SØR"));
    searches.put("ΧΡΙΣΤΟΣ", List.of("ΧΡΙΣ", "χρις", "χριστος"));
    searches.put("Οδυσσεύς", List.of("ΟΔΥΣ", "οδυς", "σεύς"));
    searches.put("Işık Ltd", List.of("ışık", "ISIK", "isik"));
    searches.put("Straße", List.of("strasse", "STRASSE", "straße", "aße"));
    searches.put("Ærø", List.of("aero", "æ"));
    searches.put("Œuvre", List.of("oeuv", "ŒU"));
    searches.put("O’Brien", List.of("o'brien", "o’br"));
    searches.put("कोमल", List.of("कोम", "कोमल"));
    searches.put("กุ้งเผา", List.of("กุง", "เผา"));
    searches.put("ﾊﾞﾅﾅ商会", List.of("バナナ", "ばなな", "ナ", "会"));
    searches.put("김철수", List.of("철", "수", "\u1100\u1175\u11b7"));
    var i = 0;
    for (var name : searches.keySet()) {
      given(accounts, client(name + " 1", "letters" + i++ + "@example.com"));
    }
    searches.forEach(
        (name, texts) -> texts.forEach(text -> assertFound(accounts, text, name + " 1")));
    assertFound(accounts, "कमल");
    assertFound(accounts, "김철순");
  }

  /** A store may look for them apart: none is missing, none comes twice, all stand in order. */
  @Test
  default void namesThatBeginLikeTheTextAndOthersAreOneListInTheOrderOfNames() {
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
      assertThat(named(accounts, "grace", AccountOrder.NAME, limit)).isEqualTo(expected);
      var reversed = new ArrayList<>(expected);
      Collections.reverse(reversed);
      assertThat(named(accounts, "GRACE", AccountOrder.NAME_DESCENDING, limit)).isEqualTo(reversed);
    }
    assertThat(named(accounts, "race hop", AccountOrder.NAME, 2)).containsExactly("Grace Hopper");
    assertThat(named(accounts, "ace", AccountOrder.NAME, 3)).isEqualTo(expected);
  }

  @Test
  default void aTextThatFoldsToNothingFindsNothing() {
    var accounts = accounts();
    given(accounts, client("\u0640", "tatweel@example.com"));
    given(accounts, client("Ada", "ada@example.com"));
    for (var text : List.of("\u0640", "\u0640\u0640\u0640\u0640")) {
      assertFound(accounts, text);
      var counted =
          accounts.list(new AccountQuery(matching(text), AccountOrder.VIEWS, null, 2, true));
      assertThat(counted.total()).isEqualTo(new Total(0, true));
    }
  }

  @Test
  default void aSearchSelectsTotalsAndPagesToo() {
    var accounts = accounts();
    var sample = new Sample(80);
    for (var i = 0; i < 5; i++) {
      given(accounts, sample.opening(sample.named("Twin " + i)));
      given(accounts, sample.opening(sample.named("Other " + i)));
    }
    var closed = given(accounts, sample.opening(sample.named("Twin gone")));
    given(accounts, closed.close(sample.act()));
    for (var order : AccountOrder.values()) {
      var pages = Given.pages(accounts, matching("twin"), order, 2);
      assertThat(pages).extracting(page -> page.accounts().size()).containsExactly(2, 2, 1);
      var counted = accounts.list(new AccountQuery(matching("twin"), order, null, 2, true));
      assertThat(counted.total()).isEqualTo(new Total(5, true));
    }
    var ofClosed = new AccountFilter(Status.CLOSED, "twin", null, null, null);
    assertThat(listed(accounts, ofClosed, AccountOrder.NAME))
        .extracting(Account::id)
        .containsExactly(closed.id());
  }

  @Test
  default void aSearchFollowsAnAmendment() {
    var accounts = accounts();
    var sample = new Sample(81);
    var maiden = given(accounts, sample.opening(sample.named("Maria Skłodowska")));
    given(accounts, maiden.amend(sample.named("Marie Curie"), sample.act()));
    assertFound(accounts, "maria");
    assertFound(accounts, "curie", "Marie Curie");
    assertFound(accounts, maiden.profile().email().value());
  }

  private static List<String> named(Accounts accounts, String text, AccountOrder order, int limit) {
    return Given.pages(accounts, matching(text), order, limit).stream()
        .flatMap(page -> page.accounts().stream())
        .map(account -> account.profile().name().value())
        .toList();
  }

  private static void assertFound(Accounts accounts, String text, String... names) {
    var found = new ArrayList<String>();
    listed(accounts, matching(text), AccountOrder.NAME)
        .forEach(account -> found.add(account.profile().name().value()));
    assertThat(found).as("q=%s", text).containsExactlyInAnyOrder(names);
  }

  private static AccountFilter matching(String text) {
    return new AccountFilter(null, text, null, null, null);
  }

  /** Ids and acts do not matter here; e-mails differ, so two of them never clash. */
  private static Change<Account> client(String name, String email) {
    var sample = new Sample(email.hashCode());
    var profile = new Profile(new ClientName(name), new Email(email), null, Metadata.NONE);
    return sample.opening(profile);
  }
}
