package io.clientele.testkit.identity;

import static io.clientele.testkit.kernel.internal.ConcurrentCalls.together;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.identity.session.RefusedSignIns;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.FieldChange;
import io.clientele.testkit.kernel.internal.UnavailabilityAssertions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Refused sign-ins leave a bounded number of audit entries. Implement this contract in the test of
 * your {@link RefusedSignIns}.
 */
public interface RefusedSignInsContract {
  /** The first second of a minute. */
  Instant MINUTE = Instant.parse("2026-11-20T12:00:00Z");

  /** A fresh, empty store. Where tests share a server: its tables emptied. */
  RefusedSignIns refusedSignIns();

  /** The entries that the store of {@link #refusedSignIns} has appended, oldest first. */
  List<AuditEntry> appended();

  /** A store of an unreachable server. A call must end within seconds. */
  RefusedSignIns unreachableRefusedSignIns();

  @Test
  default void aMinuteOfANetworkIsOneEntryWithItsCount() {
    var refused = refusedSignIns();
    for (var i = 0; i < 50; i++) {
      refused.count("192.0.2.0/24", MINUTE.plusSeconds(i));
    }
    refused.count("198.51.100.0/24", MINUTE);
    refused.count("192.0.2.0/24", MINUTE.plusSeconds(60));
    assertThat(refused.append(MINUTE.plusSeconds(59))).isZero();
    assertThat(refused.append(MINUTE.plusSeconds(61))).isEqualTo(2);
    assertThat(refused.append(MINUTE.plusSeconds(119))).isZero();
    assertThat(refused.append(MINUTE.plusSeconds(120))).isEqualTo(1);
    assertThat(appended())
        .extracting(AuditEntry::action, AuditEntry::subject, AuditEntry::changes)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(
                "session.refused", "network:192.0.2.0/24", counted(50)),
            org.assertj.core.groups.Tuple.tuple(
                "session.refused", "network:198.51.100.0/24", counted(1)),
            org.assertj.core.groups.Tuple.tuple(
                "session.refused", "network:192.0.2.0/24", counted(1)));
  }

  @Test
  default void theEntriesOfAMinuteAreBounded() {
    var refused = refusedSignIns();
    for (var i = 0; i < 150; i++) {
      refused.count("2001:db8:0:" + Integer.toHexString(i) + "::/64", MINUTE);
    }
    refused.count("2001:db8:0:7::/64", MINUTE);
    assertThat(refused.append(MINUTE.plusSeconds(60))).isEqualTo(RefusedSignIns.ENTRIES_MAX);
    assertThat(appended())
        .hasSize(RefusedSignIns.ENTRIES_MAX)
        .anyMatch(entry -> entry.changes().equals(counted(2)))
        .anyMatch(entry -> "network:others".equals(entry.subject()));
    var sum =
        appended().stream().mapToLong(e -> Long.parseLong("" + e.changes().get(0).after())).sum();
    assertThat(sum).isEqualTo(151);
  }

  @Test
  default void concurrentCallersAppendEachRefusalOnce() {
    var refused = refusedSignIns();
    together(
        8,
        i -> {
          refused.count("192.0.2.0/24", MINUTE);
          return i;
        });
    var entries = together(8, i -> refused.append(MINUTE.plusSeconds(60)));
    assertThat(entries.stream().mapToInt(Integer::intValue).sum()).isEqualTo(1);
    assertThat(appended())
        .singleElement()
        .satisfies(e -> assertThat(e.changes()).isEqualTo(counted(8)));
  }

  @Test
  default void anUnreachableStoreIsUnavailable() {
    var away = unreachableRefusedSignIns();
    UnavailabilityAssertions.assertUnavailable(
        List.of(() -> away.count("192.0.2.0/24", MINUTE), () -> away.append(MINUTE)));
  }

  private static List<FieldChange> counted(long count) {
    return List.of(new FieldChange("count", null, Long.toString(count)));
  }
}
