package io.clientele.testkit.account;

import static io.clientele.testkit.account.AccountFixtures.found;

import io.clientele.domain.account.Account;
import io.clientele.domain.account.AccountPage;
import io.clientele.domain.account.AccountQuery;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.account.Accounts.Erasure;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Provenance;
import io.clientele.inmemory.account.InMemoryAccounts;
import io.clientele.testkit.kernel.PortFault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Stores of accounts whose erasures have one fault each. */
final class BrokenErasures {
  private BrokenErasures() {}

  static Stream<PortFault<InMemoryAccounts, Accounts>> all() {
    return Stream.of(
        of(
            "an erased account looks like one that never was",
            "anErasedAccountIsFoundAsErasedAndNotAsAbsent",
            Forgotten::new),
        of("erasing only closes", "anErasedAccountIsNeverListed", Closing::new),
        of(
            "a search still finds the name of an erased account",
            "anErasedAccountIsFoundByNoSearch",
            Remembering::new),
        of(
            "each erasure tells its own time",
            "aSecondErasureReturnsTheTimeOfTheFirst",
            inner ->
                telling(
                    inner,
                    (act, first) ->
                        first instanceof Erasure.Done ? new Erasure.Done(act.at()) : first)),
        of(
            "what never was is told as erased",
            "anUnknownAccountIsNotErased",
            inner -> telling(inner, (act, first) -> new Erasure.Done(act.at()))),
        of(
            "down looks like not there",
            "anUnreachableStoreIsUnavailableAndNotEmpty",
            Patient::new));
  }

  private static PortFault<InMemoryAccounts, Accounts> of(
      String fault, String redTest, Function<InMemoryAccounts, Accounts> breaking) {
    return new PortFault<>(fault, redTest, breaking);
  }

  /** What is told of an act, other than when it was erased first. */
  @FunctionalInterface
  private interface Telling {
    Erasure of(Provenance act, Erasure first);
  }

  private static Accounts telling(Accounts accounts, Telling telling) {
    return new ForwardingAccounts(accounts) {
      @Override
      public Erasure erase(AccountId id, Provenance act) {
        return telling.of(act, super.erase(id, act));
      }
    };
  }

  private static final class Forgotten extends ForwardingAccounts {
    Forgotten(Accounts inner) {
      super(inner);
    }

    @Override
    public Found find(AccountId id) {
      var found = inner.find(id);
      return found instanceof Found.Erased ? Found.ABSENT : found;
    }
  }

  private static final class Remembering extends ForwardingAccounts {
    private final Map<String, Account> named = new HashMap<>();

    Remembering(Accounts inner) {
      super(inner);
    }

    @Override
    public Erasure erase(AccountId id, Provenance act) {
      inner.find(id).present().ifPresent(it -> named.put(it.profile().name().value(), it));
      return inner.erase(id, act);
    }

    @Override
    public AccountPage list(AccountQuery query) {
      var account = named.get(query.filter().text());
      return account == null
          ? directory.list(query)
          : new AccountPage(List.of(account), null, null);
    }
  }

  private static final class Closing extends ForwardingAccounts {
    Closing(Accounts inner) {
      super(inner);
    }

    @Override
    public Erasure erase(AccountId id, Provenance act) {
      var change = found(inner, id).close(act);
      if (!change.isNone()) {
        inner.save(change);
      }
      return new Erasure.Done(act.at());
    }
  }

  private static final class Patient extends ForwardingAccounts {
    Patient(Accounts inner) {
      super(inner);
    }

    @Override
    public Erasure erase(AccountId id, Provenance act) {
      return new Erasure.Absent();
    }
  }
}
