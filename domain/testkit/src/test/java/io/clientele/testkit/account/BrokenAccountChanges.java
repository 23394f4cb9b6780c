package io.clientele.testkit.account;

import io.clientele.domain.account.Account;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.kernel.event.ChangeSubject;
import io.clientele.inmemory.account.InMemoryAccounts;
import io.clientele.testkit.kernel.PortFault;
import java.util.function.Function;
import java.util.stream.Stream;

/** Stores of accounts whose changes are recorded wrongly, with one fault each. */
final class BrokenAccountChanges {
  private BrokenAccountChanges() {}

  static Stream<PortFault<InMemoryAccounts, Accounts>> all() {
    return Stream.of(
        of(
            "changes leave no entry",
            "eachEventOfAStoredChangeLeavesOneEntry",
            inner -> new InMemoryAccounts()),
        of(
            "changes publish nothing",
            "eachPublishedEventIsAppendedUnderTheStoredVersion",
            inner -> new InMemoryAccounts()),
        of(
            "an event has a version that is not stored",
            "eachPublishedEventIsAppendedUnderTheStoredVersion",
            BrokenAccountChanges::publishingWrongVersion),
        of(
            "changes leave two entries",
            "concurrentChangesEachLeaveTheirEntries",
            BrokenAccountChanges::recordingFirst),
        of(
            "an entry is appended before the store knows the result",
            "aRefusedChangeLeavesNoEntry",
            BrokenAccountChanges::recordingFirst),
        of(
            "a change without events is accepted",
            "aChangeWithoutEventsIsNotAccepted",
            BrokenAccountChanges::acceptingNone),
        of(
            "an erasure leaves no entry",
            "anErasureLeavesAnEntryOfItsClosingAndOneOfItsOwn",
            inner -> new InMemoryAccounts()),
        of(
            "the audit of an erased account stays readable",
            "anErasureLeavesNoPersonalDataInTheAudit",
            BrokenAccountChanges::keepingRecords),
        of(
            "the events of an erased account keep its data",
            "anErasureLeavesNoPersonalDataInTheEvents",
            BrokenAccountChanges::keepingRecords));
  }

  private static PortFault<InMemoryAccounts, Accounts> of(
      String fault, String redTest, Function<InMemoryAccounts, Accounts> breaking) {
    return new PortFault<>(fault, redTest, breaking);
  }

  private static Accounts recordingFirst(InMemoryAccounts right) {
    return new ForwardingAccounts(right) {
      @Override
      public Saved save(Change<Account> change) {
        for (var event : change.events()) {
          right.changes().record(change.act(), event, change.state().toStore());
        }
        return super.save(change);
      }
    };
  }

  /** Stores the rows elsewhere, and appends events under a version that is not stored. */
  private static Accounts publishingWrongVersion(InMemoryAccounts right) {
    var rows = new InMemoryAccounts();
    return new ForwardingAccounts(rows) {
      @Override
      public Saved save(Change<Account> change) {
        var saved = super.save(change);
        var about = change.state().toStore().at(change.state().version() + 2);
        change.events().forEach(event -> right.changes().record(change.act(), event, about));
        return saved;
      }
    };
  }

  /** Stores the rows elsewhere, and erases only these. */
  private static Accounts keepingRecords(InMemoryAccounts right) {
    return new ForwardingAccounts(new InMemoryAccounts()) {
      @Override
      public Saved save(Change<Account> change) {
        var saved = super.save(change);
        var about = change.state().toStore();
        change.events().forEach(event -> right.changes().record(change.act(), event, about));
        return saved;
      }

      @Override
      public Erasure erase(AccountId id, Provenance act) {
        var about = ChangeSubject.of(id).at(9);
        Account.erasure(id, Account.Status.ACTIVE)
            .forEach(event -> right.changes().record(act, event, about));
        return super.erase(id, act);
      }
    };
  }

  private static Accounts acceptingNone(InMemoryAccounts inner) {
    return new ForwardingAccounts(inner) {
      @Override
      public Saved save(Change<Account> change) {
        return change.isNone() ? Saved.STORED : super.save(change);
      }
    };
  }
}
