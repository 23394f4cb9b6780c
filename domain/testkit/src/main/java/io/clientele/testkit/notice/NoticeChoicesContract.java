package io.clientele.testkit.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.notice.NoticeChoice;
import io.clientele.domain.notice.NoticeChoices;
import io.clientele.domain.notice.NoticeChoices.Saved;
import io.clientele.domain.notice.NoticeKind;
import io.clientele.domain.notice.NoticeLanguage;
import io.clientele.testkit.kernel.Sample;
import io.clientele.testkit.kernel.internal.UnavailabilityAssertions;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The contract of every {@link NoticeChoices}. Implement it in the test of your own store. */
public interface NoticeChoicesContract {
  /** The first operator of the tests. */
  OperatorId ADA = OperatorId.of(Sample.BEGINNING, new Random(1));

  /** The second operator of the tests. */
  OperatorId BOB = OperatorId.of(Sample.BEGINNING, new Random(2));

  /** A fresh store without choices. */
  NoticeChoices choices();

  /** Returns the entries of the audit of this store, the oldest first. */
  List<AuditEntry> audit();

  /** A store whose server cannot be reached. A call must end within seconds. */
  NoticeChoices choicesAway();

  @Test
  default void anOperatorThatNeverChoseHasNoNotices() {
    assertThat(choices().find(ADA)).isEqualTo(NoticeChoice.none(ADA));
  }

  @Test
  default void aChoiceIsStoredUnderTheNextVersionWithAnAuditEntry() {
    var choices = choices();
    var by = new Sample(1).act();
    var kinds = Set.of(NoticeKind.DEAD_LETTER, NoticeKind.AUDIT_BROKEN);
    var first = choices.find(ADA).choose(kinds, NoticeLanguage.PT, by);
    assertThat(choices.save(first)).isEqualTo(Saved.STORED);
    assertThat(choices.find(ADA)).isEqualTo(new NoticeChoice(ADA, kinds, NoticeLanguage.PT, 1));
    var second = choices.find(ADA).choose(Set.of(), NoticeLanguage.EN, by);
    assertThat(choices.save(second)).isEqualTo(Saved.STORED);
    assertThat(choices.find(ADA)).isEqualTo(NoticeChoice.none(ADA).at(2));
    assertThat(choices.find(BOB)).isEqualTo(NoticeChoice.none(BOB));
    assertThat(audit()).extracting(AuditEntry::action).containsOnly("notice.chosen").hasSize(2);
    assertThat(audit()).extracting(AuditEntry::subject).containsOnly(ADA.subject());
  }

  @Test
  default void theSecondWriterOfOneVersionIsStale() {
    var choices = choices();
    var by = new Sample(1).act();
    var one = choices.find(ADA).choose(Set.of(NoticeKind.DEAD_LETTER), NoticeLanguage.EN, by);
    var other = choices.find(ADA).choose(Set.of(), NoticeLanguage.PT, by);
    assertThat(choices.save(one)).isEqualTo(Saved.STORED);
    assertThat(choices.save(other)).isEqualTo(Saved.STALE);
    assertThat(choices.find(ADA)).isEqualTo(one.state().at(1));
    var third = choices.find(ADA).choose(Set.of(), NoticeLanguage.PT, by);
    assertThat(choices.save(third)).isEqualTo(Saved.STORED);
    assertThat(choices.save(third)).isEqualTo(Saved.STALE);
    assertThat(audit()).hasSize(2);
  }

  @Test
  default void theChoiceOfARemovedOperatorIsForgotten() {
    var choices = choices();
    var by = new Sample(1).act();
    for (var operator : List.of(ADA, BOB)) {
      choices.save(
          choices.find(operator).choose(Set.of(NoticeKind.IMPORT_DONE), NoticeLanguage.EN, by));
    }
    choices.remove(ADA);
    choices.remove(ADA);
    assertThat(choices.find(ADA)).isEqualTo(NoticeChoice.none(ADA));
    assertThat(choices.find(BOB).version()).isEqualTo(1);
  }

  @Test
  default void choicesThatAreAwayAreUnavailableAndNotNone() {
    var away = choicesAway();
    var change = NoticeChoice.none(ADA).choose(Set.of(), NoticeLanguage.PT, new Sample(1).act());
    UnavailabilityAssertions.assertUnavailable(
        List.of(() -> away.find(ADA), () -> away.save(change), () -> away.remove(ADA)));
  }
}
