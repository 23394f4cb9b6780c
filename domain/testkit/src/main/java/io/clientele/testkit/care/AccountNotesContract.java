package io.clientele.testkit.care;

import static io.clientele.testkit.kernel.internal.ConcurrentCalls.together;
import static io.clientele.testkit.kernel.internal.UnavailabilityAssertions.assertUnavailable;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.care.AccountNote;
import io.clientele.domain.care.AccountNotes;
import io.clientele.domain.care.AccountNotes.Saved;
import io.clientele.domain.care.NoteId;
import io.clientele.domain.care.NoteText;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.Change;
import io.clientele.testkit.kernel.ChangeTrial;
import io.clientele.testkit.kernel.Sample;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link AccountNotes} must do. Implement it in the test of your own. */
public interface AccountNotesContract extends CareUnderTest {
  @Override
  default ChangeTrial<?, ?> trial() {
    return new Trial(stores().notes(), account(), new Sample(1));
  }

  @Test
  default void aNoteIsStoredAsItWasWritten() {
    var notes = stores().notes();
    var note = written(account(), 1, "Wants a call back.\n\nKnows “Ada” ☕");
    assertThat(notes.add(note)).isEqualTo(Saved.STORED);
    assertThat(notes.list(note.state().account(), null, 9).notes()).containsExactly(note.state());
    assertThat(notes.find(note.state().account(), List.of(note.state().id())))
        .containsExactlyEntriesOf(Map.of(note.state().id(), note.state()));
  }

  @Test
  default void aNoteIsOfOneAccount() {
    var notes = stores().notes();
    var note = written(account(), 1, "Of the one");
    var other = account();
    notes.add(note);
    assertThat(notes.list(other, null, 9).notes()).isEmpty();
    assertThat(notes.find(other, List.of(note.state().id()))).isEmpty();
  }

  @Test
  default void pagesHaveEachNoteOnceTheNewestFirst() {
    var notes = stores().notes();
    var account = account();
    var all = IntStream.range(0, 5).mapToObj(i -> written(account, i, "Note " + i)).toList();
    all.forEach(notes::add);
    var first = notes.list(account, null, 3);
    var second = notes.list(account, first.next(), 3);
    assertThat(first.notes())
        .containsExactly(all.get(4).state(), all.get(3).state(), all.get(2).state());
    assertThat(second.notes()).containsExactly(all.get(1).state(), all.get(0).state());
    assertThat(second.next()).isNull();
    assertThat(notes.list(account, null, 5).next()).isNull();
  }

  @Test
  default void ofConcurrentRemovalsOfOneNoteOneSucceeds() {
    var notes = stores().notes();
    var note = written(account(), 1, "Remove me");
    notes.add(note);
    var removal = note.state().remove(new Sample(2).act());
    assertThat(together(8, i -> notes.remove(removal)))
        .containsOnlyOnce(Saved.STORED)
        .containsOnly(Saved.STORED, Saved.NO_SUCH_NOTE);
    assertThat(notes.list(note.state().account(), null, 9).notes()).isEmpty();
    assertThat(audit())
        .extracting(AuditEntry::action)
        .contains("note.written")
        .containsOnlyOnce("note.removed");
  }

  @Test
  default void theTextIsNotInTheAudit() {
    var notes = stores().notes();
    notes.add(written(account(), 1, "Lovelace"));
    assertThat(audit())
        .filteredOn(entry -> entry.action().startsWith("note."))
        .hasSize(1)
        .noneMatch(entry -> entry.toString().contains("Lovelace"));
  }

  @Test
  default void erasingAnAccountRemovesItsNotesOnly() {
    var notes = stores().notes();
    var erased = written(account(), 1, "Of the erased");
    var kept = written(account(), 2, "Of the other");
    notes.add(erased);
    notes.add(kept);
    erase(erased.state().account());
    assertThat(notes.list(erased.state().account(), null, 9).notes()).isEmpty();
    assertThat(notes.list(kept.state().account(), null, 9).notes()).hasSize(1);
    assertThat(notes.add(written(erased.state().account(), 3, "Too late")))
        .isEqualTo(Saved.NO_SUCH_ACCOUNT);
  }

  @Test
  default void unreachableNotesAreUnavailableAndNotAbsent() {
    var notes = unreachableStores().notes();
    var account = new Sample(3).id();
    var note = written(account, 1, "Nowhere");
    assertUnavailable(
        List.of(
            () -> notes.add(note),
            () -> notes.remove(note.state().remove(note.act())),
            () -> notes.find(account, List.of(note.state().id())),
            () -> notes.list(account, null, 1)));
  }

  private static Change<AccountNote> written(AccountId account, int number, String text) {
    var by = new Sample(4).act(Sample.BEGINNING.plusSeconds(number));
    return AccountNote.write(
        NoteId.of(by.at(), new Random(number)), account, new NoteText(text), by);
  }

  /** New notes about one account. */
  record Trial(AccountNotes notes, AccountId account, Sample sample)
      implements ChangeTrial<AccountNote, Saved> {
    public Trial {
      Objects.requireNonNull(notes, "notes");
      Objects.requireNonNull(account, "account");
      Objects.requireNonNull(sample, "sample");
    }

    @Override
    public synchronized Change<AccountNote> accepted() {
      return of(account);
    }

    @Override
    public List<Change<AccountNote>> refused() {
      return List.of(of(sample.id()));
    }

    @Override
    public Saved save(Change<AccountNote> change) {
      return notes.add(change);
    }

    @Override
    public Saved stored() {
      return Saved.STORED;
    }

    @Override
    public List<AuditEntry> entries(Change<AccountNote> change) {
      var note = change.state();
      return AuditEntry.of(change, note.account(), note.id().subject());
    }

    private Change<AccountNote> of(AccountId about) {
      var by = sample.act();
      return AccountNote.write(
          NoteId.of(by.at(), new Random(by.at().hashCode())), about, new NoteText("A note"), by);
    }
  }
}
