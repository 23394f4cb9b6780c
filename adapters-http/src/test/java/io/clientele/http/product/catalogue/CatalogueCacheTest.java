package io.clientele.http.product.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.kernel.PortUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CatalogueCacheTest {
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 10);
  private final CatalogueCache<String> cache = new CatalogueCache<>(nanos::get);
  private final AtomicInteger reads = new AtomicInteger();

  private CatalogueResponse get(String key, int bytes) {
    return cache.get(
        key,
        () -> {
          reads.incrementAndGet();
          return CatalogueResponse.of(new byte[bytes]);
        });
  }

  @Test
  void oneReaderReadsAResponseAnewBeforeItIsTooOld() {
    var first = get("tea", 10);
    nanos.addAndGet(699_999_999);
    assertThat(get("tea", 10)).isSameAs(first);
    nanos.addAndGet(1);
    var others = new ArrayList<CatalogueResponse>();
    var second = cache.get("tea", () -> whileOthersAsk(others));
    assertThat(others).containsOnly(first).hasSize(3);
    assertThat(get("tea", 10)).isSameAs(second).isNotSameAs(first);
    assertThat(reads).hasValue(1);
  }

  private CatalogueResponse whileOthersAsk(List<CatalogueResponse> others) {
    for (var i = 0; i < 3; i++) {
      others.add(get("tea", 10));
    }
    return CatalogueResponse.of(new byte[10]);
  }

  @Test
  void aResponseWhoseReadFailedIsNotShownAfterASecond() {
    var first = get("tea", 10);
    nanos.addAndGet(700_000_000);
    assertThatThrownBy(() -> cache.get("tea", CatalogueCacheTest::failed))
        .isInstanceOf(PortUnavailable.class);
    nanos.addAndGet(299_999_999);
    assertThat(get("tea", 10)).isSameAs(first);
    nanos.addAndGet(1);
    assertThat(get("tea", 10)).isNotSameAs(first);
  }

  private static CatalogueResponse failed() {
    throw new PortUnavailable("products", new IllegalStateException());
  }

  @Test
  void theAgeBeginsBeforeTheRead() {
    cache.get(
        "tea",
        () -> {
          nanos.addAndGet(1_000_000_000);
          return CatalogueResponse.of(new byte[10]);
        });
    get("tea", 10);
    assertThat(reads).hasValue(1);
  }

  @Test
  void eachKeyHasItsOwnResponse() {
    assertThat(get("tea", 10)).isNotSameAs(get("coffee", 10));
    assertThat(reads).hasValue(2);
  }

  @Test
  void aFailedReadLeavesNothing() {
    assertThatThrownBy(() -> cache.get("tea", CatalogueCacheTest::failed))
        .isInstanceOf(PortUnavailable.class);
    get("tea", 10);
    assertThat(reads).hasValue(1);
  }

  @Test
  void allBodiesTogetherAreBounded() {
    var half = (int) (CatalogueCache.MAX_BYTES / 2);
    for (var key : new String[] {"tea", "coffee", "cocoa"}) {
      get(key, half);
    }
    for (var key : new String[] {"tea", "coffee", "cocoa"}) {
      get(key, half);
    }
    assertThat(reads).hasValueGreaterThan(4);
  }
}
