package io.clientele.testkit.account;

import static io.clientele.testkit.account.AccountFixtures.assertFound;
import static io.clientele.testkit.account.AccountFixtures.given;
import static io.clientele.testkit.account.AccountFixtures.matching;
import static io.clientele.testkit.account.AccountFixtures.named;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.account.Account;
import io.clientele.domain.account.AccountOrder;
import io.clientele.domain.account.AccountPage.Total;
import io.clientele.domain.account.AccountQuery;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.account.ClientName;
import io.clientele.domain.account.Profile;
import io.clientele.domain.account.TaxId;
import io.clientele.domain.kernel.text.Email;
import io.clientele.domain.kernel.text.Metadata;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Accounts are found by their id, tax id and metadata; a part of {@link AccountDirectoryContract}.
 */
public interface AccountsExactSearchContract extends AccountDirectoryUnderTest {
  @Test
  default void anIdFindsItsAccountInAnyCase() {
    var accounts = accounts();
    var ada = opened(accounts, "Ada", null, Map.of());
    opened(accounts, "Bob", null, Map.of());
    assertFound(directory(), ada.id().toString(), "Ada");
    assertFound(directory(), ada.id().toString().toUpperCase(Locale.ROOT), "Ada");
    assertFound(directory(), ada.id().toString().substring(0, 35));
    assertFound(directory(), "00000000-0000-0000-0000-000000000000");
    assertFound(directory(), "0199f3b2-7c00-4000-8000-000000000001");
  }

  @Test
  default void aTaxIdFindsItsAccountWithAndWithoutPunctuation() {
    var accounts = accounts();
    opened(accounts, "Ada", new TaxId("BR", "52998224725"), Map.of());
    opened(accounts, "Bob", new TaxId("BR", "12.ABC.345/01DE-35"), Map.of());
    opened(accounts, "Carl", new TaxId("DE", "AB1234"), Map.of());
    assertFound(directory(), "52998224725", "Ada");
    assertFound(directory(), "529.982.247-25", "Ada");
    assertFound(directory(), "12.abc.345/01de-35", "Bob");
    assertFound(directory(), "ab1234", "Carl");
    assertFound(directory(), "5299822472");
    assertFound(directory(), "2998224725");
  }

  @Test
  default void aMetadataValueFindsItsAccountsWithoutRegardToCaseAndAccents() {
    var accounts = accounts();
    opened(accounts, "Ada", null, Map.of("city", "S\u00e3o Paulo", "tier", "gold"));
    opened(accounts, "Bob", null, Map.of("home", "SAO PAULO"));
    opened(accounts, "Carl", null, Map.of("tier", "g"));
    assertFound(directory(), "sao paulo", "Ada", "Bob");
    assertFound(directory(), "Gold", "Ada");
    assertFound(directory(), "g", "Carl");
    assertFound(directory(), "sao");
    assertFound(directory(), "tier");
    assertFound(directory(), "city");
  }

  @Test
  default void aTaxIdIsNoMetadata() {
    var accounts = accounts();
    opened(accounts, "Ada", null, Map.of("number", "12.34", "empty", ""));
    opened(accounts, "Bob", null, Map.of("number", "1234", "kind", "t1234"));
    assertFound(directory(), "12.34", "Ada");
    assertFound(directory(), "1234", "Bob");
    assertFound(directory(), "m1234");
  }

  @Test
  default void anAccountFoundByNameAndByMetadataIsListedOnceInEachOrder() {
    var accounts = accounts();
    opened(accounts, "Gold One", null, Map.of("tier", "gold"));
    opened(accounts, "Ada", null, Map.of("tier", "gold", "also", "Gold"));
    opened(accounts, "Marigold", null, Map.of());
    opened(accounts, "Zoe", null, Map.of("tier", "gold"));
    opened(accounts, "Bob", null, Map.of("tier", "golden"));
    for (var order : AccountOrder.values()) {
      for (var limit = 1; limit <= 5; limit++) {
        assertThat(named(directory(), "gold", order, limit))
            .containsExactlyInAnyOrder("Gold One", "Ada", "Marigold", "Zoe");
      }
      var counted = directory().list(new AccountQuery(matching("gold"), order, null, 2, true));
      assertThat(counted.total()).isEqualTo(new Total(4, true));
    }
    assertThat(named(directory(), "gold", AccountOrder.NAME, 3))
        .containsExactly("Ada", "Gold One", "Marigold", "Zoe");
  }

  @Test
  default void anExactSearchFollowsAmendmentAndErasure() {
    var accounts = accounts();
    var ada = opened(accounts, "Ada", new TaxId("DE", "AB1234"), Map.of("tier", "gold"));
    var sample = new AccountSample(90);
    var silver = profile("Ada", new TaxId("DE", "CD5678"), Map.of("tier", "silver"));
    given(accounts, ada.amend(silver, sample.act()));
    assertFound(directory(), "gold");
    assertFound(directory(), "ab1234");
    assertFound(directory(), "silver", "Ada");
    assertFound(directory(), "cd5678", "Ada");
    accounts.erase(ada.id(), sample.act());
    assertFound(directory(), "silver");
    assertFound(directory(), ada.id().toString());
  }

  private static Account opened(
      Accounts accounts, String name, @Nullable TaxId taxId, Map<String, String> metadata) {
    return given(
        accounts, new AccountSample(name.hashCode()).opening(profile(name, taxId, metadata)));
  }

  private static Profile profile(String name, @Nullable TaxId taxId, Map<String, String> metadata) {
    var email = new Email(name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.com");
    return new Profile(new ClientName(name), email, taxId, new Metadata(metadata));
  }
}
