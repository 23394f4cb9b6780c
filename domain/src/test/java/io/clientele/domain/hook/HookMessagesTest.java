package io.clientele.domain.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.hook.HookMessage.Status;
import io.clientele.domain.kernel.InvalidValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HookMessagesTest {
  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00.123456Z");
  private static final HookSource STRIPE = new HookSource("stripe");

  private final Random random = new Random(1);

  @Test
  void headersAreFoundByTheirLowerCaseNames() {
    var content = new HookContent(Map.of("X-Signature", "s1", "accept", "*/*"), new byte[] {1});
    assertThat(content.header("x-signature")).isEqualTo("s1");
    assertThat(content.header("X-Signature")).isNull();
    var kept = content.with(Set.of("x-signature", "other"));
    assertThat(kept.headers()).isEqualTo(Map.of("x-signature", "s1"));
    assertThat(kept.body()).containsExactly(1);
  }

  @Test
  void aBodyIsCopiedOnTheWayInAndOut() {
    var given = new byte[] {1, 2};
    var content = new HookContent(Map.of(), given);
    given[0] = 9;
    content.body()[1] = 9;
    assertThat(content.body()).containsExactly(1, 2);
    assertThat(content.toString()).isEqualTo("HookContent[2 bytes]");
  }

  @Test
  void theLargestBodyIsTaken() {
    var largest = new byte[HookContent.BODY_BYTES_MAX];
    assertThat(new HookContent(Map.of(), largest).body()).hasSize(256 * 1024);
    assertThatThrownBy(() -> new HookContent(Map.of(), new byte[largest.length + 1]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aSourceIsAShortNameInLowerCase() {
    assertThat(new HookSource("a".repeat(50)).name()).hasSize(50);
    assertThat(new HookSource("erp-2").name()).isEqualTo("erp-2");
    for (var name : List.of("", "2erp", "-a", "Erp", "e_rp", "a".repeat(51))) {
      assertThatThrownBy(() -> new HookSource(name)).as(name).isInstanceOf(InvalidValue.class);
    }
  }

  @Test
  void theTimeOfAnIdIsItsMillisecond() {
    var id = HookMessageId.of(NOW, random);
    assertThat(id.at()).isEqualTo(Instant.parse("2026-11-30T12:00:00.123Z"));
    assertThat(id.subject()).isEqualTo("hook-message:" + id);
    assertThat(HookMessageId.parse(id.toString())).isEqualTo(id);
  }

  @Test
  void aFilterSelectsBySourceAndStatus() {
    var received = message(STRIPE, Status.RECEIVED);
    var handled = message(STRIPE, Status.HANDLED);
    var other = message(new HookSource("erp"), Status.RECEIVED);
    assertThat(selected(HookFilter.ALL, received, handled, other)).hasSize(3);
    assertThat(selected(new HookFilter(STRIPE, null), received, handled, other))
        .containsExactly(received, handled);
    assertThat(selected(new HookFilter(null, Status.RECEIVED), received, handled, other))
        .containsExactly(received, other);
    assertThat(selected(new HookFilter(STRIPE, Status.HANDLED), received, handled, other))
        .containsExactly(handled);
  }

  @Test
  void aPageHasANextOneOnlyIfMoreWasRead() {
    var read = Stream.generate(() -> message(STRIPE, Status.RECEIVED)).limit(3).toList();
    assertThat(HookMessagePage.of(read, 3)).isEqualTo(new HookMessagePage(read, null));
    assertThat(HookMessagePage.of(read, 2))
        .isEqualTo(new HookMessagePage(read.subList(0, 2), read.get(1).id()));
  }

  private HookMessage message(HookSource source, Status status) {
    return new HookMessage(HookMessageId.of(NOW, random), NOW, source, "e1", "stripe/1", status);
  }

  private static List<HookMessage> selected(HookFilter filter, HookMessage... messages) {
    return Stream.of(messages).filter(filter::selects).toList();
  }
}
