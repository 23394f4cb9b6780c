package io.clientele.domain.care;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.DomainEvent;
import io.clientele.domain.kernel.FieldChange;
import io.clientele.domain.kernel.Provenance;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AccountCareTest {
  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
  private static final Provenance BY = new Provenance("operator:1", NOW);

  private final Random random = new Random(1);
  private final AccountId account = AccountId.of(NOW, random);
  private final OperatorId ada = OperatorId.of(NOW, random);
  private final OperatorId bob = OperatorId.of(NOW, random);

  @Test
  void anOwnerIsAssignedReplacedAndReleased() {
    var none = AccountOwnership.none(account);
    assertThat(none.owner()).isNull();
    assertThat(none.version()).isZero();
    var first = none.assign(ada, BY);
    assertThat(first.state()).isEqualTo(new AccountOwnership(account, ada, NOW, 0));
    assertThat(action(first.events().get(0))).isEqualTo("account-owner.assigned");
    var next = first.state().at(1).assign(bob, BY);
    assertThat(next.state()).isEqualTo(new AccountOwnership(account, bob, NOW, 1));
    assertThat(details(next.events().get(0)))
        .containsExactly(new FieldChange("owner", ada.toString(), bob.toString()));
    var released = next.state().at(2).assign(null, BY);
    assertThat(released.state()).isEqualTo(new AccountOwnership(account, null, null, 2));
    assertThat(action(released.events().get(0))).isEqualTo("account-owner.released");
    assertThat(released.state().toStore().account()).isEqualTo(account);
    assertThat(released.state().toStore().kind()).isEqualTo("account");
  }

  @Test
  void anOwnerThatIsAssignedAgainChangesNothing() {
    var since = NOW.minusSeconds(60);
    var owned = new AccountOwnership(account, ada, since, 3);
    assertThat(owned.assign(ada, BY).isNone()).isTrue();
    assertThat(owned.assign(ada, BY).state()).isEqualTo(owned);
    assertThat(AccountOwnership.none(account).assign(null, BY).isNone()).isTrue();
  }

  @Test
  void aNoteNamesItsAuthorAndIsRemovedAsItIs() {
    var id = NoteId.of(NOW, random);
    var written = AccountNote.write(id, account, new NoteText("Call"), BY);
    var note = written.state();
    assertThat(note.author()).isEqualTo("operator:1");
    assertThat(note.writtenAt()).isEqualTo(NOW);
    assertThat(action(written.events().get(0))).isEqualTo(CareEvent.NoteWritten.ACTION);
    assertThat(details(written.events().get(0))).as("no text in the audit").isEmpty();
    assertThat(note.toStore().account()).isEqualTo(account);
    assertThat(note.toStore().name()).isEqualTo("note:" + id);
    var removed = note.remove(BY);
    assertThat(removed.state()).isSameAs(note);
    assertThat(action(removed.events().get(0))).isEqualTo("note.removed");
  }

  @Test
  void theIdOfANoteIsReadFromItsNameInTheAudit() {
    var id = NoteId.of(NOW, random);
    assertThat(NoteId.ofSubject(id.subject())).contains(id);
    assertThat(NoteId.ofSubject("task:" + id)).isEmpty();
    assertThat(NoteId.ofSubject(null)).isEmpty();
    assertThat(NoteId.of(NOW.plusMillis(1), random)).isGreaterThan(id);
    assertThat(NoteId.parse(id.toString())).isEqualByComparingTo(id);
  }

  @Test
  void aPageHasANextOneOnlyIfMoreWasFound() {
    var notes =
        IntStream.range(0, 3)
            .mapToObj(i -> NoteId.of(NOW, random))
            .map(id -> AccountNote.write(id, account, new NoteText("Call"), BY).state())
            .toList();
    assertThat(NotePage.of(List.of(), 2)).isEqualTo(new NotePage(List.of(), null));
    assertThat(NotePage.of(notes, 3)).isEqualTo(new NotePage(notes, null));
    assertThat(NotePage.of(notes, 2))
        .isEqualTo(new NotePage(notes.subList(0, 2), notes.get(1).id()));
  }

  private static String action(DomainEvent event) {
    return event.action();
  }

  private static List<FieldChange> details(DomainEvent event) {
    return event.details();
  }
}
