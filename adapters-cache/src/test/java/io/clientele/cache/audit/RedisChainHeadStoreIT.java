package io.clientele.cache.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.cache.Redis;
import io.clientele.cache.RedisConfig;
import io.clientele.cache.testbed.TestRedis;
import io.clientele.domain.audit.chain.ChainHead;
import io.clientele.domain.audit.chain.Sha256Hash;
import io.clientele.domain.kernel.PortUnavailable;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RedisChainHeadStoreIT {
  private static final ChainHead NINE = new ChainHead(9, new Sha256Hash("9".repeat(64)));
  private static final ChainHead TEN = new ChainHead(10, new Sha256Hash("a".repeat(64)));

  private final Redis redis = TestRedis.patient(TestRedis.shared().url());
  private final UUID database = UUID.randomUUID();
  private final RedisChainHeadStore heads = new RedisChainHeadStore(redis, () -> database);

  @AfterEach
  void close() {
    redis.close();
  }

  @Test
  void atFirstNoHeadIsKnown() {
    assertThat(heads.newest()).isEqualTo(ChainHead.NONE);
  }

  @Test
  void anOlderHeadDoesNotReplaceTheNewest() {
    heads.publish(TEN);
    heads.publish(NINE);
    assertThat(heads.newest()).isEqualTo(TEN);
  }

  @Test
  void anotherHeadOfEqualNumberChangesNothing() {
    heads.publish(TEN);
    heads.publish(new ChainHead(10, new Sha256Hash("b".repeat(64))));
    assertThat(heads.newest()).isEqualTo(TEN);
  }

  @Test
  void aForgottenHeadIsReturnedAndAnOlderOneMayFollow() {
    heads.publish(TEN);
    assertThat(heads.forget()).isEqualTo(TEN);
    assertThat(heads.newest()).isEqualTo(ChainHead.NONE);
    assertThat(heads.forget()).isEqualTo(ChainHead.NONE);
    heads.publish(NINE);
    assertThat(heads.newest()).isEqualTo(NINE);
  }

  @Test
  void eachDatabaseHasItsOwnHead() {
    heads.publish(TEN);
    var other = UUID.randomUUID();
    assertThat(new RedisChainHeadStore(redis, () -> other).newest()).isEqualTo(ChainHead.NONE);
  }

  @Test
  void anotherProcessReadsTheHead() {
    heads.publish(TEN);
    try (var again = TestRedis.patient(TestRedis.shared().url())) {
      assertThat(new RedisChainHeadStore(again, () -> database).newest()).isEqualTo(TEN);
    }
  }

  @Test
  void anUnreachableRedisIsUnavailableAndNotWithoutAHead() {
    try (var away = new Redis(RedisConfig.parse("redis://127.0.0.1:1"))) {
      var unknown = new RedisChainHeadStore(away, () -> database);
      assertThatThrownBy(unknown::newest).isInstanceOf(PortUnavailable.class);
      assertThatThrownBy(() -> unknown.publish(TEN)).isInstanceOf(PortUnavailable.class);
    }
  }
}
