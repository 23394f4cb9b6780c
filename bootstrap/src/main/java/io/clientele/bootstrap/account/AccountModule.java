package io.clientele.bootstrap.account;

import dagger.Module;
import dagger.Provides;
import io.clientele.application.account.AmendAccount;
import io.clientele.application.account.CloseAccount;
import io.clientele.application.account.EraseAccount;
import io.clientele.application.account.ListAccounts;
import io.clientele.application.account.OpenAccount;
import io.clientele.application.account.ReactivateAccount;
import io.clientele.application.account.SuspendAccount;
import io.clientele.application.account.ViewAccount;
import io.clientele.application.views.Views;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.kernel.IdempotencyStore;
import java.time.InstantSource;

/** What can be done with accounts. */
@Module
public interface AccountModule {
  @Provides
  static OpenAccount openAccount(Accounts accounts, IdempotencyStore answers, InstantSource clock) {
    return new OpenAccount(accounts, answers, new AccountIdGenerator(clock), clock);
  }

  @Provides
  static ViewAccount viewAccount(Accounts accounts, Views views) {
    return new ViewAccount(accounts, views);
  }

  @Provides
  static ListAccounts listAccounts(Accounts accounts) {
    return new ListAccounts(accounts);
  }

  @Provides
  static AmendAccount amendAccount(Accounts accounts, InstantSource clock) {
    return new AmendAccount(accounts, clock);
  }

  @Provides
  static SuspendAccount suspendAccount(
      Accounts accounts, IdempotencyStore answers, InstantSource clock) {
    return new SuspendAccount(accounts, answers, clock);
  }

  @Provides
  static ReactivateAccount reactivateAccount(Accounts accounts, InstantSource clock) {
    return new ReactivateAccount(accounts, clock);
  }

  @Provides
  static EraseAccount eraseAccount(Accounts accounts, InstantSource clock) {
    return new EraseAccount(accounts, clock);
  }

  @Provides
  static CloseAccount closeAccount(Accounts accounts, InstantSource clock) {
    return new CloseAccount(accounts, clock);
  }
}
