package io.clientele.domain.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.InvalidValue;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EventSelectionTest {
  private static final long LAST = (1L << 53) - 1;

  private final Random random = new Random(1);
  private final AccountId ada = AccountId.of(Instant.EPOCH, random);
  private final AccountId bob = AccountId.of(Instant.EPOCH, random);

  @Test
  void aPositionIsABlockAndAnOrdinal() {
    var position = EventPosition.of(3, 1_023);
    assertThat(position).isEqualTo(new EventPosition(4_095));
    assertThat(position.block()).isEqualTo(3);
    assertThat(position.ordinal()).isEqualTo(1_023);
    assertThat(EventPosition.of(4, 0)).isGreaterThan(position);
    assertThat(EventPosition.of(4, 0).ordinal()).isZero();
    assertThat(EventPosition.START).isLessThan(EventPosition.of(1, 0));
  }

  @Test
  void aPositionIsZeroToTheLargestExactNumberOfJson() {
    assertThat(EventPosition.parse("0")).isEqualTo(EventPosition.START);
    assertThat(EventPosition.parse("9007199254740991")).isEqualTo(new EventPosition(LAST));
    assertThat(new EventPosition(LAST).toString()).isEqualTo("9007199254740991");
    assertThatThrownBy(() -> new EventPosition(LAST + 1)).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> new EventPosition(-1)).isInstanceOf(InvalidValue.class);
    for (var text : List.of("", "-1", "+1", "9007199254740992", "10000000000000000", "1e3", "a")) {
      assertThatThrownBy(() -> EventPosition.parse(text))
          .as(text)
          .isInstanceOf(InvalidValue.class)
          .hasMessageContaining("2^53 - 1");
    }
  }

  @Test
  void aFilterSelectsByTypeByKindAndByAccount() {
    assertThat(EventFilter.ALL.selects("account.opened", null)).isTrue();
    var opened = new EventFilter(Set.of("account.opened"), null);
    assertThat(opened.selects("account.opened", ada)).isTrue();
    assertThat(opened.selects("account.closed", ada)).isFalse();
    var every = new EventFilter(Set.of("account.*", "order.placed"), null);
    assertThat(every.selects("account.closed", null)).isTrue();
    assertThat(every.selects("order.placed", null)).isTrue();
    assertThat(every.selects("order.cancelled", null)).isFalse();
    assertThat(every.selects("account-owner.assigned", null)).isFalse();
    assertThat(every.kinds()).containsExactly("account.");
    var own = every.of(ada);
    assertThat(own.types()).isEqualTo(every.types());
    assertThat(own.selects("account.closed", ada)).isTrue();
    assertThat(own.selects("account.closed", bob)).isFalse();
    assertThat(own.selects("account.closed", null)).isFalse();
  }

  @Test
  void aFilterHasAtMostFiftyWellFormedTypes() {
    assertThat(new EventFilter(types(50), null).types()).hasSize(50);
    assertThatThrownBy(() -> new EventFilter(types(51), null)).isInstanceOf(InvalidValue.class);
    var longest = "a".repeat(50) + "." + "b".repeat(50);
    assertThat(new EventFilter(Set.of(longest), null).types()).containsExactly(longest);
    for (var type :
        List.of(
            "",
            "account",
            "account.",
            ".opened",
            "*",
            "*.*",
            "account.**",
            "Account.opened",
            "account.opened.twice",
            "a".repeat(51) + ".b",
            longest + "b")) {
      assertThatThrownBy(() -> new EventFilter(Set.of(type), null))
          .as(type)
          .isInstanceOf(InvalidValue.class);
    }
  }

  @Test
  void theStateOfAnAccountIsPrintedMasked() {
    assertThat(new EventData.Present("{\"name\":\"Ada\"}").toString()).isEqualTo("***");
  }

  private static Set<String> types(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "a" + "b".repeat(i % 10) + "." + "c".repeat(1 + i / 10))
        .collect(Collectors.toSet());
  }
}
