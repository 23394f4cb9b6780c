package io.clientele.testkit.care;

import io.clientele.domain.care.AccountNotes;
import io.clientele.domain.care.AccountOwnerships;
import io.clientele.domain.kernel.AccountId;
import io.clientele.testkit.kernel.ChangeStoreContract;
import java.util.Objects;

/**
 * The stores that a test of {@link AccountNotesContract} or {@link AccountOwnershipsContract}
 * provides.
 */
public interface CareUnderTest extends ChangeStoreContract {
  /** A fresh, empty store. If tests share a server, empty its tables. */
  Stores stores();

  /** Stores of an unreachable server. A call must end within seconds. */
  Stores unreachableStores();

  /** Opens another account in the store of {@link #stores}. */
  AccountId account();

  /** Erases an account in the store of {@link #stores}. */
  void erase(AccountId account);

  /** The ports of one store. */
  record Stores(AccountNotes notes, AccountOwnerships ownerships) {
    public Stores {
      Objects.requireNonNull(notes, "notes");
      Objects.requireNonNull(ownerships, "ownerships");
    }
  }
}
