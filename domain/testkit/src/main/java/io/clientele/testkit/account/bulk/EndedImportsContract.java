package io.clientele.testkit.account.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.clientele.domain.account.Account;
import io.clientele.domain.account.Accounts.Saved;
import io.clientele.domain.account.BulkAccounts;
import io.clientele.domain.account.BulkAccounts.Ended;
import io.clientele.domain.account.EndedImports;
import io.clientele.domain.account.EndedImports.Summary;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.IdempotencyKey;
import io.clientele.domain.kernel.Idempotent;
import io.clientele.domain.kernel.StoredResponse;
import io.clientele.testkit.account.AccountSample;
import io.clientele.testkit.kernel.internal.UnavailabilityAssertions;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * An import is listed until it is announced. Implement this contract in the test of your {@link
 * EndedImports}. Each test calls {@link #store} once.
 */
public interface EndedImportsContract {
  /** A fresh, empty store. */
  Store store();

  /** Imports of an unreachable server. A call must end within seconds. */
  EndedImports away();

  /** Imports, and the openings that store them. */
  record Store(BulkAccounts openings, EndedImports imports) {
    public Store {
      Objects.requireNonNull(openings, "openings");
      Objects.requireNonNull(imports, "imports");
    }
  }

  @Test
  default void anImportIsToldWithItsResultUntilItWasAnnounced() {
    var store = store();
    var sample = new AccountSample(1);
    var first = sample.opening();
    open(store, List.of(first, sample.opening(first.state().profile()), sample.opening()));
    var expected = new Summary(first.state().id(), first.act().actor(), first.act().at(), 2, 1);
    assertThat(store.imports().unannounced(9)).containsExactly(expected);
    assertThat(store.imports().unannounced(9)).containsExactly(expected);
    store.imports().announced(first.state().id());
    store.imports().announced(first.state().id());
    assertThat(store.imports().unannounced(9)).isEmpty();
  }

  @Test
  default void importsAreToldOldestFirst() {
    var store = store();
    var sample = new AccountSample(2);
    var firsts = Stream.generate(sample::opening).limit(3).toList();
    firsts.forEach(first -> open(store, List.of(first)));
    assertThat(store.imports().unannounced(2))
        .extracting(Summary::first)
        .containsExactly(firsts.get(0).state().id(), firsts.get(1).state().id());
  }

  @Test
  default void anImportThatOpensNoAccountIsToldAndAnEmptyOneOrADryRunIsNot() {
    var store = store();
    var sample = new AccountSample(3);
    var there = sample.opening();
    store.openings().rehearse(List.of(there));
    open(store, List.of());
    assertThat(store.imports().unannounced(9)).isEmpty();
    open(store, List.of(there));
    open(store, List.of(sample.opening(there.state().profile())));
    assertThat(store.imports().unannounced(9))
        .extracting(Summary::opened, Summary::refused)
        .containsExactly(tuple(1L, 0L), tuple(0L, 1L));
  }

  @Test
  default void aRequestThatIsRepeatedIsOneImport() {
    var store = store();
    var sample = new AccountSample(4);
    var key = new IdempotencyKey("clerk", "POST", "/import", "file-1", "00");
    var once =
        new Idempotent<List<Saved>>(key, saved -> new StoredResponse("text/plain", new byte[1]));
    store.openings().open(List.of(sample.opening()), once);
    store.openings().open(List.of(sample.opening()), once);
    assertThat(store.imports().unannounced(9)).hasSize(1);
  }

  @Test
  default void unreachableImportsAreUnavailableAndNotNone() {
    var away = away();
    var id = new AccountSample(5).id();
    UnavailabilityAssertions.assertUnavailable(
        List.of(() -> away.unannounced(1), () -> away.announced(id)));
  }

  private static void open(Store store, List<Change<Account>> changes) {
    assertThat(store.openings().open(changes, null)).isInstanceOf(Ended.Decided.class);
  }
}
