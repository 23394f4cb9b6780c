package io.clientele.application.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.identity.Role;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ListFlushesTest {
  private final Workbench bench = new Workbench(1);
  private final ListFlushes listFlushes = new ListFlushes(bench.flushes);

  @Test
  void theNewestComesFirstAndEachPageGoesOn() {
    flushOfSo(1);
    flushOfSo(2);
    flushOfSo(3);
    var page = listFlushes.list(Roles.CLERK, null, 2).orElseThrow();
    assertThat(page).extracting(entry -> entry.flush().views()).containsExactly(3L, 2L);
    var next = listFlushes.list(Roles.CLERK, page.get(1).number(), 2).orElseThrow();
    assertThat(next).extracting(entry -> entry.flush().views()).containsExactly(1L);
  }

  @ParameterizedTest
  @CsvSource({"ADMIN, true", "OPERATOR, true", "AUDITOR, true", "CUSTOMER, false"})
  void everyoneButCustomersSeesThem(Role role, boolean may) {
    flushOfSo(1);
    var page = listFlushes.list(Roles.as(role, bench.sample.id()), null, 2);
    assertThat(page.map(List::size).orElse(0)).isEqualTo(may ? 1 : 0);
    assertThat(page.isPresent()).isEqualTo(may);
  }

  private void flushOfSo(int many) {
    var views = bench.counter();
    Workbench.count(views, bench.sample.id(), many);
    views.flush(Duration.ofSeconds(5));
  }
}
