package io.clientele.application.account;

import io.clientele.domain.account.Account;
import io.clientele.domain.account.AccountDirectory;
import io.clientele.domain.account.AccountPage;
import io.clientele.domain.account.AccountQuery;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.Provenance;
import io.clientele.inmemory.account.InMemoryAccounts;
import io.clientele.testkit.account.AccountSample;
import java.util.function.Function;

/** Accounts in memory in which another writer is first as often as a test wants. */
final class ContestedAccounts implements Accounts, AccountDirectory {
  final InMemoryAccounts stored = new InMemoryAccounts();
  final AccountSample sample = new AccountSample(7);
  private Function<Account, Change<Account>> rival = account -> account.suspend(sample.act());
  private int rivalries;
  private int finds;
  private int saves;

  /** Stores this change before each of the next saves of an account. */
  void contest(int times, Function<Account, Change<Account>> by) {
    rivalries = times;
    rival = by;
  }

  /** Returns a stored account. */
  Account given() {
    var opening = sample.opening();
    stored.save(opening);
    return now(opening.state().id());
  }

  /** Returns a stored account that is suspended. */
  Account givenSuspended() {
    return given(given().suspend(sample.act()));
  }

  /** Returns a stored account that is closed. */
  Account givenClosed() {
    return given(given().close(sample.act()));
  }

  /** Returns the id of an erased account. */
  AccountId givenErased() {
    var id = givenClosed().id();
    stored.erase(id, sample.act());
    return id;
  }

  Account now(AccountId id) {
    return stored.find(id).present().orElseThrow();
  }

  /** How often a use case has read an account. */
  int finds() {
    return finds;
  }

  /** How often a use case has tried to store. */
  int saves() {
    return saves;
  }

  @Override
  public Found find(AccountId id) {
    finds++;
    return stored.find(id);
  }

  @Override
  public Saved save(Change<Account> change) {
    saves++;
    if (rivalries > 0) {
      rivalries--;
      stored.save(rival.apply(now(change.state().id())));
    }
    return stored.save(change);
  }

  @Override
  public Erasure erase(AccountId id, Provenance act) {
    return stored.erase(id, act);
  }

  @Override
  public AccountPage list(AccountQuery query) {
    return stored.list(query);
  }

  private Account given(Change<Account> change) {
    stored.save(change);
    return now(change.state().id());
  }
}
