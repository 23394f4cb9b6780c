package io.clientele.domain.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.kernel.Uuid7;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShardingTest {
  /** Expected values are computed independently of the code, because stored data depend on them. */
  @ParameterizedTest
  @CsvSource({
    "00000000-0000-7000-8000-000000000000, 0, 0, 0, 48, 205, 48",
    "0199f3b2-7c4d-7abc-8def-0123456789ab, 0, 0, 8, 24, 61, 216",
    "ffffffff-ffff-7fff-bfff-ffffffffffff, 0, 1, 7, 7, 171, 199",
    "0199f3b2-7c4d-7abc-8def-0123456789ac, 0, 1, 3, 35, 94, 163"
  })
  void theShardOfAnAccountNeverChanges(
      String id, int of1, int of2, int of16, int of64, int of255, int of256) {
    var account = UUID.fromString(id);
    assertThat(new Sharding(1).of(account)).isEqualTo(new Shard(of1));
    assertThat(new Sharding(2).of(account)).isEqualTo(new Shard(of2));
    assertThat(new Sharding(16).of(account)).isEqualTo(new Shard(of16));
    assertThat(new Sharding(64).of(account)).isEqualTo(new Shard(of64));
    assertThat(new Sharding(255).of(account)).isEqualTo(new Shard(of255));
    assertThat(new Sharding(256).of(account)).isEqualTo(new Shard(of256));
  }

  @Test
  void accountsOfOneMillisecondSpreadEvenly() {
    var shards = new Sharding(16);
    var random = new Random(1);
    var counts = new int[16];
    for (var i = 0; i < 16_000; i++) {
      counts[shards.of(new UUID(random.nextLong(), random.nextLong())).number()]++;
    }
    assertThat(IntStream.of(counts)).allMatch(count -> count > 850 && count < 1_150);
  }

  @Test
  void thereAreOneTo256Shards() {
    assertThat(new Sharding(3).all()).isEqualTo(List.of(new Shard(0), new Shard(1), new Shard(2)));
    assertThat(new Sharding(256).all()).hasSize(256);
    for (var wrong : List.of(0, -1, 257)) {
      assertThatThrownBy(() -> new Sharding(wrong)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void productsHaveShardsOfTheirOwnAfterThoseOfAccounts() {
    var shards = new Sharding(3, 2);
    var random = new Random(1);
    for (var i = 0; i < 100; i++) {
      var id = Uuid7.of(Instant.EPOCH, random);
      assertThat(shards.of(SubjectKind.ACCOUNT)).contains(shards.of(id));
      assertThat(shards.of(id)).isEqualTo(new Sharding(3).of(id));
      assertThat(shards.of(SubjectKind.PRODUCT))
          .contains(shards.of(SubjectKind.PRODUCT.subject(id)));
    }
    assertThat(shards.of(SubjectKind.ACCOUNT))
        .hasSize(3)
        .doesNotContainAnyElementsOf(shards.of(SubjectKind.PRODUCT));
    assertThat(shards.of(SubjectKind.PRODUCT)).containsExactly(new Shard(3), new Shard(4));
    assertThat(shards.all()).hasSize(5);
  }

  @Test
  void aSubjectTellsItsKindAndItsId() {
    var id = UUID.fromString("0199f3b2-7c4d-7abc-8def-0123456789ab");
    assertThat(SubjectKind.ACCOUNT.subject(id)).isEqualTo(id);
    assertThat(SubjectKind.PRODUCT.subject(id)).hasToString("0199f3b2-7c4d-8abc-8def-0123456789ab");
    for (var kind : SubjectKind.values()) {
      assertThat(SubjectKind.of(kind.subject(id))).isEqualTo(kind);
      assertThat(kind.id(kind.subject(id))).isEqualTo(id);
    }
  }
}
