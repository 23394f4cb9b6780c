package io.clientele.testkit.kernel;

import static io.clientele.testkit.kernel.internal.ConcurrentCalls.together;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.event.PublishedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A stored change leaves exactly one audit entry for each of its events, and the event itself if it
 * is published; a refused change leaves none. The contract of every store inherits this.
 */
public interface ChangeStoreContract {
  /** Changes of a fresh, empty store. */
  ChangeTrial<?, ?> trial();

  /** All audit entries of the store of {@link #trial}, in any order. */
  List<AuditEntry> audit();

  /** All published events of the store of {@link #trial}, in any order. */
  List<PublishedEvent> published();

  @Test
  default void eachEventOfAStoredChangeLeavesOneEntry() {
    eachEventLeavesOneEntry(trial());
  }

  @Test
  default void eachPublishedEventIsAppendedUnderTheStoredVersion() {
    eachEventIsPublished(trial());
  }

  @Test
  default void aRefusedChangeLeavesNoEntry() {
    refusedLeavesNoEntry(trial());
  }

  @Test
  default void aChangeWithoutEventsIsNotAccepted() {
    withoutEventsIsNotAccepted(trial());
  }

  @Test
  default void concurrentChangesEachLeaveTheirEntries() {
    manyLeaveTheirEntries(trial());
  }

  private <T, R> void eachEventLeavesOneEntry(ChangeTrial<T, R> trial) {
    var change = trial.accepted();
    var expected = new ArrayList<>(audit());
    assertThat(trial.save(change)).isEqualTo(trial.stored());
    expected.addAll(trial.entries(change));
    assertThat(audit()).containsExactlyInAnyOrderElementsOf(expected);
  }

  private <T, R> void eachEventIsPublished(ChangeTrial<T, R> trial) {
    var change = trial.accepted();
    var expected = new ArrayList<>(published());
    assertThat(trial.save(change)).isEqualTo(trial.stored());
    expected.addAll(trial.events(change));
    assertThat(published()).containsExactlyInAnyOrderElementsOf(expected);
  }

  private <T, R> void refusedLeavesNoEntry(ChangeTrial<T, R> trial) {
    var refused = trial.refused();
    assertThat(refused).isNotEmpty();
    var before = audit();
    var publishedBefore = published();
    for (var change : refused) {
      assertThat(trial.save(change)).isNotEqualTo(trial.stored());
      assertThat(audit()).containsExactlyInAnyOrderElementsOf(before);
      assertThat(published()).containsExactlyInAnyOrderElementsOf(publishedBefore);
    }
  }

  private <T, R> void withoutEventsIsNotAccepted(ChangeTrial<T, R> trial) {
    var accepted = trial.accepted();
    var before = audit();
    var none = Change.none(accepted.state(), accepted.act());
    assertThatThrownBy(() -> trial.save(none)).isInstanceOf(IllegalArgumentException.class);
    assertThat(audit()).containsExactlyInAnyOrderElementsOf(before);
  }

  private <T, R> void manyLeaveTheirEntries(ChangeTrial<T, R> trial) {
    var changes = Stream.generate(trial::accepted).limit(16).toList();
    var expected = new ArrayList<>(audit());
    var events = new ArrayList<>(published());
    var ends = together(changes.size(), i -> trial.save(changes.get(i)));
    assertThat(ends).containsOnly(trial.stored());
    changes.forEach(change -> expected.addAll(trial.entries(change)));
    assertThat(audit()).containsExactlyInAnyOrderElementsOf(expected);
    changes.forEach(change -> events.addAll(trial.events(change)));
    assertThat(published()).containsExactlyInAnyOrderElementsOf(events);
  }
}
