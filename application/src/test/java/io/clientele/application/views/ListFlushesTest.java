package io.clientele.application.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.application.kernel.Access;
import io.clientele.application.kernel.GrantedAccess;
import io.clientele.application.views.fixture.CounterFixture;
import io.clientele.application.views.fixture.ViewActors;
import io.clientele.domain.identity.Role;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ListFlushesTest {
  private final CounterFixture bench = new CounterFixture(1);
  private final ListFlushes listFlushes = new ListFlushes(bench.flushes);

  @Test
  void flushesAreListedNewestFirstPageByPage() {
    flushOfSo(1);
    flushOfSo(2);
    flushOfSo(3);
    var page = GrantedAccess.value(listFlushes.list(ViewActors.CLERK, null, 2));
    assertThat(page).extracting(entry -> entry.flush().views()).containsExactly(3L, 2L);
    var next = GrantedAccess.value(listFlushes.list(ViewActors.CLERK, page.get(1).number(), 2));
    assertThat(next).extracting(entry -> entry.flush().views()).containsExactly(1L);
  }

  @ParameterizedTest
  @CsvSource({"ADMIN, true", "OPERATOR, true", "AUDITOR, true", "CUSTOMER, false"})
  void allRolesButCustomersListFlushes(Role role, boolean may) {
    flushOfSo(1);
    var page = listFlushes.list(ViewActors.as(role, bench.sample.id()), null, 2);
    assertThat(page).isEqualTo(may ? new Access.Granted<>(bench.logged()) : new Access.Denied<>());
    assertThat(bench.logged()).hasSize(1);
  }

  private void flushOfSo(int many) {
    var views = bench.counter();
    CounterFixture.count(views, bench.sample.subject(), many);
    views.flush(Duration.ofSeconds(5));
  }
}
