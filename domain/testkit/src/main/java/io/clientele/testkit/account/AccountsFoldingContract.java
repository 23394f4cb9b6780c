package io.clientele.testkit.account;

import static io.clientele.testkit.account.AccountFixtures.assertFound;
import static io.clientele.testkit.account.AccountFixtures.client;
import static io.clientele.testkit.account.AccountFixtures.given;
import static io.clientele.testkit.account.AccountFixtures.matching;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.account.AccountOrder;
import io.clientele.domain.account.AccountPage.Total;
import io.clientele.domain.account.AccountQuery;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A search ignores accents and case in any script; a part of {@link AccountDirectoryContract}. */
public interface AccountsFoldingContract extends AccountDirectoryUnderTest {
  @Test
  default void accentsAndCaseAreIgnoredInTermAndText() {
    var accounts = accounts();
    given(accounts, client("Françoise Barré-Sinoussi", "virologue@pasteur.example"));
    given(accounts, client("FRANCOISE SAGAN", "tristesse@bonjour.example"));
    given(accounts, client("Ångström Jr", "zoë@spectrum.example"));
    for (var text : List.of("françoise", "FRANCOISE", "fránçoïse", "franc\u0327oise", "RANÇ")) {
      assertFound(directory(), text, "FRANCOISE SAGAN", "Françoise Barré-Sinoussi");
    }
    assertFound(directory(), "barre", "Françoise Barré-Sinoussi");
    assertFound(directory(), "ANGSTROM", "Ångström Jr");
    assertFound(directory(), "an", "Ångström Jr");
    assertFound(directory(), "Å", "Ångström Jr");
    assertFound(directory(), "ZOE@S", "Ångström Jr");
    assertFound(directory(), "zö", "Ångström Jr");
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
    assertFound(directory(), "太郎商", "山田太郎商店");
    assertFound(directory(), "山田", "山田太郎商店");
    assertFound(directory(), "山", "山田太郎商店");
    assertFound(directory(), "田", "山田太郎商店");
    assertFound(directory(), "店", "山田太郎商店");
    assertFound(directory(), "МЕНДЕЛ", "Дмитрий Менделеев");
    assertFound(directory(), "д", "Дмитрий Менделеев");
    assertFound(directory(), "αρχιμηδ", "Αρχιμήδης");
    assertFound(directory(), "خوارزم", "محمد الخوارزمي");
    assertFound(directory(), "ושל", "ירושלים");
    assertFound(directory(), "🦊🐻🐼", "🦊🐻🐼 Zoo");
    assertFound(directory(), "🦊", "🦊🐻🐼 Zoo");
    assertFound(directory(), "🐻");
    assertFound(directory(), "🐻🐼");
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
        (name, texts) -> texts.forEach(text -> assertFound(directory(), text, name + " 1")));
    assertFound(directory(), "कमल");
    assertFound(directory(), "김철순");
  }

  @Test
  default void aTextThatFoldsToNothingFindsNothing() {
    var accounts = accounts();
    given(accounts, client("\u0640", "tatweel@example.com"));
    given(accounts, client("Ada", "ada@example.com"));
    for (var text : List.of("\u0640", "\u0640\u0640\u0640\u0640")) {
      assertFound(directory(), text);
      var counted =
          directory().list(new AccountQuery(matching(text), AccountOrder.VIEWS, null, 2, true));
      assertThat(counted.total()).isEqualTo(new Total(0, true));
    }
  }
}
