package io.clientele.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.PortUnavailable;
import io.clientele.domain.audit.Hash;
import io.clientele.domain.audit.Head;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RedisAuditHeadsIT {
  private static final Head NINE = new Head(9, new Hash("9".repeat(64)));
  private static final Head TEN = new Head(10, new Hash("a".repeat(64)));

  private final Redis redis = RedisProcess.patient(RedisProcess.shared().url());
  private final UUID database = UUID.randomUUID();
  private final RedisAuditHeads heads = new RedisAuditHeads(redis, () -> database);

  @AfterEach
  void close() {
    redis.close();
  }

  @Test
  void nobodyKnowsAHeadAtFirst() {
    assertThat(heads.newest()).isEqualTo(Head.NONE);
  }

  @Test
  void theNewestStaysWhateverIsPublishedLate() {
    heads.publish(TEN);
    heads.publish(NINE);
    assertThat(heads.newest()).isEqualTo(TEN);
  }

  @Test
  void anotherHeadOfTheSameNumberChangesNothing() {
    heads.publish(TEN);
    heads.publish(new Head(10, new Hash("b".repeat(64))));
    assertThat(heads.newest()).isEqualTo(TEN);
  }

  @Test
  void eachDatabaseHasItsOwn() {
    heads.publish(TEN);
    var other = UUID.randomUUID();
    assertThat(new RedisAuditHeads(redis, () -> other).newest()).isEqualTo(Head.NONE);
  }

  @Test
  void anotherProcessKnowsIt() {
    heads.publish(TEN);
    try (var again = RedisProcess.patient(RedisProcess.shared().url())) {
      assertThat(new RedisAuditHeads(again, () -> database).newest()).isEqualTo(TEN);
    }
  }

  @Test
  void aRedisThatIsAwayIsUnavailableAndNotWithoutHead() {
    try (var away = new Redis(RedisConfig.parse("redis://127.0.0.1:1"))) {
      var unknown = new RedisAuditHeads(away, () -> database);
      assertThatThrownBy(unknown::newest).isInstanceOf(PortUnavailable.class);
      assertThatThrownBy(() -> unknown.publish(TEN)).isInstanceOf(PortUnavailable.class);
    }
  }
}
