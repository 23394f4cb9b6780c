package io.clientele.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.kernel.InvalidValue;
import io.lettuce.core.RedisURI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisConfigTest {
  @Test
  void oneHostIsOneServer() {
    var config = RedisConfig.parse("redis://user:secret@cache.example.com:6380/2");
    assertThat(config.isCluster()).isFalse();
    assertThat(config.nodes()).hasSize(1);
    assertThat(config.nodes().getFirst().getDatabase()).isEqualTo(2);
    assertThat(config.timeout()).isEqualTo(RedisConfig.TIMEOUT);
  }

  @Test
  void severalHostsAreACluster() {
    var config = RedisConfig.parse("rediss://secret@a.example.com:7000,b.example.com:7001");
    assertThat(config.isCluster()).isTrue();
    assertThat(config.nodes()).hasSize(2).allMatch(RedisURI::isSsl);
  }

  @Test
  void aClusterWithOneNameIsListedTwice() {
    assertThat(RedisConfig.parse("redis://a.example.com,a.example.com").isCluster()).isTrue();
  }

  @Test
  void severalSentinelsAreOneServer() {
    var config = RedisConfig.parse("redis-sentinel://secret@s1:26379,s2:26379/0#main");
    assertThat(config.isCluster()).isFalse();
    assertThat(config.nodes().getFirst().getSentinelMasterId()).isEqualTo("main");
    assertThat(config).hasToString("[sentinels [s1:26379, s2:26379]]");
  }

  @Test
  void noSecretIsPrinted() {
    assertThat(RedisConfig.parse("redis://user:secret@a.example.com:6380,b.example.com"))
        .hasToString("cluster [a.example.com:6380, b.example.com:6379]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "secret",
        "http://secret@a",
        "redis://",
        "redis://:secret@",
        "redis:// secret",
        "redis-socket:///secret",
        "redis://secret@a:99999",
        "redis://secret@a:1,b:x",
        "redis-sentinel://secret@s1"
      })
  void anythingElseIsRefusedWithoutItsText(String url) {
    assertThatThrownBy(() -> RedisConfig.parse(url))
        .isInstanceOf(InvalidValue.class)
        .hasMessageStartingWith("REDIS_URL must be")
        .hasMessageNotContaining("secret")
        .hasNoCause();
  }
}
