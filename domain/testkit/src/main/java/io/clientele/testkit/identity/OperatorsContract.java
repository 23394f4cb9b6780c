package io.clientele.testkit.identity;

import static io.clientele.testkit.identity.IdentityFixtures.HASH;
import static io.clientele.testkit.identity.IdentityFixtures.changed;
import static io.clientele.testkit.identity.IdentityFixtures.disabled;
import static io.clientele.testkit.identity.IdentityFixtures.given;
import static io.clientele.testkit.identity.IdentityFixtures.with;
import static io.clientele.testkit.kernel.internal.ConcurrentCalls.together;
import static io.clientele.testkit.kernel.internal.UnavailabilityAssertions.assertUnavailable;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.Role;
import io.clientele.domain.identity.operator.Operator;
import io.clientele.domain.identity.operator.OperatorProfile;
import io.clientele.domain.identity.operator.Operators.Credentials;
import io.clientele.domain.identity.operator.Operators.First;
import io.clientele.domain.identity.operator.Operators.Saved;
import io.clientele.domain.kernel.text.Email;
import io.clientele.testkit.kernel.ChangeStoreContract;
import io.clientele.testkit.kernel.ChangeTrial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Stored operators are found as they were stored, and one active admin always remains. Implement
 * this contract in the test of your {@link io.clientele.domain.identity.operator.Operators}.
 */
public interface OperatorsContract extends OperatorPasswordsContract, ChangeStoreContract {
  @Override
  default ChangeTrial<?, ?> trial() {
    return new IdentityTrials.OfOperators(identity().operators(), new IdentitySample(100));
  }

  @Test
  default void aNewOperatorIsFoundByIdAndByEmailAsItWasAdded() {
    var operators = identity().operators();
    var added = new IdentitySample(1).adding(Role.OPERATOR, Role.AUDITOR);
    var stored = given(operators, added);
    assertThat(stored).isEqualTo(added.state().at(1));
    assertThat(operators.credentials(stored.profile().email()))
        .contains(new Credentials(stored, HASH));
  }

  @Test
  default void anUnknownOperatorIsNotFound() {
    var operators = identity().operators();
    var sample = new IdentitySample(2);
    given(operators, sample.adding());
    assertThat(operators.find(sample.adding().state().id())).isEmpty();
    assertThat(operators.credentials(sample.email())).isEmpty();
  }

  @Test
  default void theSecondWriterOfOneVersionOfAnOperatorIsStale() {
    var operators = identity().operators();
    var sample = new IdentitySample(3);
    var read = given(operators, sample.adding());
    var first = read.change(with(read.profile(), Role.ADMIN, Role.AUDITOR), false, sample.act());
    var second = read.change(with(read.profile(), Role.ADMIN, Role.OPERATOR), false, sample.act());
    assertThat(operators.save(first, null)).isEqualTo(Saved.STORED);
    assertThat(operators.save(second, null)).isEqualTo(Saved.STALE);
    assertThat(operators.remove(read.remove(sample.act()))).isEqualTo(Saved.STALE);
    assertThat(operators.find(read.id())).contains(first.state().at(2));
  }

  @Test
  default void aChangeOfAnUnknownOperatorIsStale() {
    var operators = identity().operators();
    var sample = new IdentitySample(4);
    var unknown = sample.adding().state().at(1);
    var change = unknown.change(disabled(unknown.profile()), false, sample.act());
    assertThat(operators.save(change, HASH)).isEqualTo(Saved.STALE);
    assertThat(operators.remove(unknown.remove(sample.act()))).isEqualTo(Saved.STALE);
    assertThat(operators.find(unknown.id())).isEmpty();
  }

  @Test
  default void anOperatorsEmailIsTakenInAnySpelling() {
    var operators = identity().operators();
    var sample = new IdentitySample(5);
    var owner = given(operators, sample.adding());
    var other = given(operators, sample.adding());
    var shouted = new Email(owner.profile().email().value().toUpperCase(Locale.ROOT));
    var of = other.profile();
    var change =
        other.change(
            new OperatorProfile(of.name(), shouted, of.roles(), of.status()), false, sample.act());
    assertThat(operators.save(change, null)).isEqualTo(Saved.EMAIL_TAKEN);
    var same = Operator.add(sample.adding().state().id(), owner.profile(), sample.act());
    assertThat(operators.save(same, HASH)).isEqualTo(Saved.EMAIL_TAKEN);
    assertThat(operators.find(other.id())).contains(other);
  }

  @Test
  default void aRemovedOperatorIsNotFoundAndItsEmailIsFree() {
    var operators = identity().operators();
    var sample = new IdentitySample(6);
    given(operators, sample.adding());
    var leaving = given(operators, sample.adding());
    assertThat(operators.remove(leaving.remove(sample.act()))).isEqualTo(Saved.STORED);
    assertThat(operators.find(leaving.id())).isEmpty();
    assertThat(operators.credentials(leaving.profile().email())).isEmpty();
    assertThat(operators.list(null, 200).operators()).doesNotContain(leaving).hasSize(1);
    var back = leaving.change(disabled(leaving.profile()), false, sample.act());
    assertThat(operators.save(back, HASH)).isEqualTo(Saved.STALE);
    given(operators, Operator.add(sample.adding().state().id(), leaving.profile(), sample.act()));
  }

  @Test
  default void theLastAdminCannotBeDemotedDisabledOrRemoved() {
    var operators = identity().operators();
    var sample = new IdentitySample(8);
    given(operators, sample.adding(Role.OPERATOR));
    var gone = given(operators, sample.adding());
    var last = given(operators, sample.adding());
    changed(operators, gone.change(disabled(gone.profile()), false, sample.act()));
    var demoted = last.change(with(last.profile(), Role.OPERATOR), false, sample.act());
    assertThat(operators.save(demoted, null)).isEqualTo(Saved.LAST_ADMIN);
    var disabled = last.change(disabled(last.profile()), false, sample.act());
    assertThat(operators.save(disabled, null)).isEqualTo(Saved.LAST_ADMIN);
    assertThat(operators.remove(last.remove(sample.act()))).isEqualTo(Saved.LAST_ADMIN);
    assertThat(operators.find(last.id())).contains(last);
    assertThat(operators.hasAdmin()).isTrue();
  }

  @Test
  default void ofConcurrentRemovalsOfAllAdminsOneFails() {
    var operators = identity().operators();
    var sample = new IdentitySample(9);
    var admins = Stream.generate(() -> given(operators, sample.adding())).limit(16).toList();
    var act = sample.act();
    var ends =
        together(
            admins.size(),
            i -> {
              var of = admins.get(i);
              return i % 2 == 0
                  ? operators.save(of.change(with(of.profile(), Role.AUDITOR), false, act), null)
                  : operators.remove(of.remove(act));
            });
    assertThat(ends)
        .containsOnlyOnce(Saved.LAST_ADMIN)
        .containsOnly(Saved.STORED, Saved.LAST_ADMIN);
    assertThat(operators.hasAdmin()).isTrue();
  }

  @Test
  default void ofConcurrentFirstAdminsOneIsStored() {
    var operators = identity().operators();
    var sample = new IdentitySample(10);
    assertThat(operators.hasAdmin()).isFalse();
    var firsts = Stream.generate(sample::adding).limit(16).toList();
    var ends = together(firsts.size(), i -> operators.saveFirst(firsts.get(i), HASH));
    assertThat(ends).containsOnlyOnce(First.STORED).containsOnly(First.STORED, First.ADMIN_EXISTS);
    assertThat(operators.list(null, 200).operators()).hasSize(1);
  }

  @Test
  default void pagesContainEveryOperatorOnceOldestFirst() {
    var operators = identity().operators();
    var sample = new IdentitySample(11);
    var all = Stream.generate(() -> given(operators, sample.adding())).limit(6).toList();
    var paged = new ArrayList<Operator>();
    OperatorId after = null;
    for (var pages = 0; pages < 3; pages++) {
      var page = operators.list(after, 2);
      assertThat(page.operators()).hasSize(2);
      paged.addAll(page.operators());
      after = page.next();
    }
    assertThat(after).as("there is none after the last").isNull();
    assertThat(paged).isEqualTo(all);
  }

  @Test
  default void everyChangeOfAnOperatorIsAudited() {
    var operators = identity().operators();
    var sample = new IdentitySample(12);
    given(operators, sample.adding());
    var added = given(operators, sample.adding());
    var refused = Operator.add(sample.adding().state().id(), added.profile(), sample.act());
    operators.save(refused, HASH);
    var change = added.change(disabled(added.profile()), true, sample.act());
    assertThat(operators.save(change, HASH)).isEqualTo(Saved.STORED);
    assertThat(operators.remove(change.state().at(2).remove(sample.act()))).isEqualTo(Saved.STORED);
    var subject = " " + added.id().subject();
    assertThat(told())
        .filteredOn(entry -> entry.endsWith(subject))
        .containsExactlyInAnyOrder(
            "operator.added" + subject,
            "operator.changed" + subject,
            "operator.password-changed" + subject,
            "operator.removed" + subject);
    assertThat(told()).hasSize(5);
  }

  @Test
  default void aRaisedGenerationIsReportedAsARevocation() {
    var identity = identity();
    var sample = new IdentitySample(13);
    var same = given(identity.operators(), sample.adding());
    var demoted = given(identity.operators(), sample.adding());
    var removed = given(identity.operators(), sample.adding());
    changed(
        identity.operators(),
        demoted.change(with(demoted.profile(), Role.AUDITOR), false, sample.act()));
    identity.operators().remove(removed.remove(sample.act()));
    assertThat(identity.withdrawals().within(Duration.ofMinutes(1)).generations())
        .containsEntry(demoted.id(), 2L)
        .containsEntry(removed.id(), 2L)
        .doesNotContainKey(same.id());
  }

  @Test
  default void unreachableOperatorsAreUnavailableAndNotAbsent() {
    var operators = unreachableIdentity().operators();
    var sample = new IdentitySample(14);
    var added = sample.adding();
    assertUnavailable(
        List.of(
            () -> operators.find(added.state().id()),
            () -> operators.credentials(sample.email()),
            () -> operators.list(null, 1),
            operators::hasAdmin,
            () -> operators.saveFirst(added, HASH),
            () -> operators.remove(added.state().at(1).remove(sample.act())),
            () -> operators.save(added, HASH),
            () ->
                operators.saveOwnPassword(
                    added, HASH, sample.signingIn(added.state()).state().id())));
  }
}
