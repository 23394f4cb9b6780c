package io.clientele.testkit.audit;

import static io.clientele.testkit.kernel.internal.ConcurrentCalls.together;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.audit.AuditPage;
import io.clientele.domain.audit.AuditPage.Recorded;
import io.clientele.domain.audit.AuditQuery;
import io.clientele.domain.audit.AuditQuery.Filter;
import io.clientele.domain.audit.AuditTrail;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.Causation;
import io.clientele.domain.kernel.FieldChange;
import io.clientele.domain.kernel.Provenance;
import io.clientele.testkit.account.AccountsContract;
import io.clientele.testkit.kernel.Sample;
import io.clientele.testkit.kernel.internal.UnavailabilityAssertions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Appended entries are listed with every field, newest first. Implement this contract in the test
 * of your {@link AuditTrail}, as {@link AccountsContract} shows. Each test calls {@link
 * #auditTrail} once.
 */
public interface AuditTrailContract {
  /** A fresh, empty trail. If tests share a server, empty its tables. */
  AuditTrail auditTrail();

  /** A trail of an unreachable server. A call must end within seconds. */
  AuditTrail unreachableAuditTrail();

  /** Makes the personal data in the entries of this account unreadable, permanently. */
  void forget(AccountId account);

  @Test
  default void anEntryIsReadWithEveryField() {
    var trail = auditTrail();
    var sample = new Sample(1);
    var changes =
        List.of(
            new FieldChange("name", null, "Ada \"ξ🦊\""),
            new FieldChange("email", "***@example.com", null),
            new FieldChange("", "", ""));
    var act =
        new Provenance(
            "operator:1", sample.act().at(), new Causation("request-1", "she asked, 名🦊"));
    var full = new AuditEntry(act, "account.amended", sample.id(), "operator:2", changes);
    trail.append(full);
    assertThat(entries(trail, Filter.ALL)).containsExactly(full);
  }

  @Test
  default void absentFieldsOfAnEntryStayAbsent() {
    var trail = auditTrail();
    var bare = new AuditEntry(new Sample(2).act(), "session.refused", null, null, List.of());
    trail.append(bare);
    assertThat(entries(trail, Filter.ALL)).containsExactly(bare);
  }

  @Test
  default void entriesAreOrderedByTimeAndNotByArrival() {
    var trail = auditTrail();
    var sample = new Sample(3);
    var older = entry(sample, "account.opened", null);
    var newer = entry(sample, "account.closed", null);
    trail.append(newer);
    trail.append(older);
    assertThat(entries(trail, Filter.ALL)).containsExactly(newer, older);
  }

  @Test
  default void pagesContainEveryEntryOnceDuringAppends() {
    var trail = auditTrail();
    var sample = new Sample(4);
    var at = sample.act();
    var appended = new ArrayList<AuditEntry>();
    for (var i = 0; i < 7; i++) {
      appended.add(new AuditEntry(at, "of.one.time." + i, null, null, List.of()));
    }
    appended.forEach(trail::append);
    var read = new ArrayList<AuditEntry>();
    var query = new AuditQuery(Filter.ALL, null, 3);
    for (AuditPage page; ; query = new AuditQuery(Filter.ALL, page.next(), 3)) {
      page = trail.page(query);
      page.entries().forEach(one -> read.add(one.entry()));
      assertThat(read).hasSizeLessThanOrEqualTo(appended.size());
      trail.append(entry(sample, "came.meanwhile", null));
      if (page.next() == null) {
        break;
      }
    }
    assertThat(read).containsExactlyInAnyOrderElementsOf(appended);
  }

  @Test
  default void aFullLastPageHasNoNext() {
    var trail = auditTrail();
    var sample = new Sample(5);
    trail.append(entry(sample, "account.opened", null));
    trail.append(entry(sample, "account.closed", null));
    assertThat(trail.page(new AuditQuery(Filter.ALL, null, 2)).next()).isNull();
    assertThat(trail.page(new AuditQuery(Filter.ALL, null, 1)).next()).isNotNull();
  }

  @Test
  default void everyPartOfAFilterApplies() {
    var trail = auditTrail();
    var sample = new Sample(6);
    var account = sample.id();
    var first = entry(sample, "account.opened", account);
    var second = entry(sample, "account.closed", sample.id());
    var other = new Provenance("another actor", sample.act().at());
    var third = new AuditEntry(other, "account.closed", account, null, List.of());
    List.of(first, second, third).forEach(trail::append);
    assertThat(entries(trail, filter(account, null, null))).containsExactly(third, first);
    assertThat(entries(trail, filter(null, "another actor", null))).containsExactly(third);
    assertThat(entries(trail, filter(null, null, "account.closed"))).containsExactly(third, second);
    assertThat(entries(trail, filter(account, "another actor", "account.opened"))).isEmpty();
    assertThat(entries(trail, times(second.act().at(), null))).containsExactly(third, second);
    assertThat(entries(trail, times(null, second.act().at()))).containsExactly(first);
    assertThat(entries(trail, times(second.act().at(), third.act().at()))).containsExactly(second);
  }

  @Test
  default void entriesOfAnErasedAccountHaveNoPersonalData() {
    var trail = auditTrail();
    var sample = new Sample(7);
    var forgotten = sample.id();
    var bystander = personal(sample, sample.id());
    trail.append(personal(sample, forgotten));
    trail.append(bystander);
    forget(forgotten);
    trail.append(personal(sample, forgotten));
    assertThat(entries(trail, filter(forgotten, null, null)))
        .hasSize(2)
        .allSatisfy(
            entry -> {
              assertThat(entry.changes()).isEmpty();
              assertThat(entry.act().cause()).isEqualTo(new Causation("request-1", null));
            });
    assertThat(entries(trail, Filter.ALL)).contains(bystander);
  }

  @Test
  default void theReasonOfAnErasureStaysReadable() {
    var trail = auditTrail();
    var sample = new Sample(11);
    var forgotten = sample.id();
    trail.append(personal(sample, forgotten));
    forget(forgotten);
    var act = sample.act();
    var by = new Provenance(act.actor(), act.at(), new Causation("request-1", "Ticket 4711"));
    var change = new FieldChange("actor.subject", null, "a subject");
    trail.append(new AuditEntry(by, "account.erased", forgotten, null, List.of(change)));
    assertThat(entries(trail, filter(forgotten, null, null)))
        .extracting(entry -> entry.act().cause().reason())
        .containsExactly("Ticket 4711", null);
    assertThat(entries(trail, filter(forgotten, null, null)))
        .allSatisfy(entry -> assertThat(entry.changes()).isEmpty());
  }

  @Test
  default void entriesOfConcurrentThreadsAreAllRead() {
    var trail = auditTrail();
    var sample = new Sample(8);
    var all =
        IntStream.range(0, 64).mapToObj(i -> personal(sample, i % 2 == 0 ? null : sample.id()));
    var appended = all.toList();
    together(
        appended.size(),
        i -> {
          trail.append(appended.get(i));
          return i;
        });
    assertThat(entries(trail, Filter.ALL)).containsExactlyInAnyOrderElementsOf(appended);
  }

  @Test
  default void concurrentEntriesOfOneNewAccountAreAllReadable() {
    var trail = auditTrail();
    var sample = new Sample(9);
    var account = sample.id();
    var appended = IntStream.range(0, 16).mapToObj(i -> personal(sample, account)).toList();
    together(
        appended.size(),
        i -> {
          trail.append(appended.get(i));
          return i;
        });
    assertThat(entries(trail, filter(account, null, null)))
        .containsExactlyInAnyOrderElementsOf(appended);
  }

  @Test
  default void anUnreachableTrailIsUnavailableAndNotEmpty() {
    var away = unreachableAuditTrail();
    var entry = entry(new Sample(10), "account.opened", null);
    UnavailabilityAssertions.assertUnavailable(
        List.of(() -> away.append(entry), () -> away.page(new AuditQuery(Filter.ALL, null, 1))));
  }

  private static AuditEntry entry(Sample sample, String action, @Nullable AccountId account) {
    return new AuditEntry(sample.act(), action, account, null, List.of());
  }

  private static AuditEntry personal(Sample sample, @Nullable AccountId account) {
    var act =
        new Provenance(
            "operator:1", sample.act().at(), new Causation("request-1", "Ada asked for it"));
    var changes = List.of(new FieldChange("name", "Ada", "Ada King"));
    return new AuditEntry(act, "account.amended", account, null, changes);
  }

  private static Filter filter(
      @Nullable AccountId account, @Nullable String actor, @Nullable String action) {
    return new Filter(account, actor, action, null, null);
  }

  private static Filter times(@Nullable Instant from, @Nullable Instant to) {
    return new Filter(null, null, null, from, to);
  }

  private static List<AuditEntry> entries(AuditTrail trail, Filter filter) {
    return trail.page(new AuditQuery(filter, null, AuditQuery.LIMIT_MAX)).entries().stream()
        .map(Recorded::entry)
        .toList();
  }
}
