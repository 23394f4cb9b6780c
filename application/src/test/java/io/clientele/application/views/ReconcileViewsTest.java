package io.clientele.application.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.application.kernel.GrantedAccess;
import io.clientele.application.views.counter.ViewCounter;
import io.clientele.application.views.fixture.CounterFixture;
import io.clientele.application.views.fixture.ViewActors;
import io.clientele.domain.identity.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReconcileViewsTest {
  private final CounterFixture bench = new CounterFixture(1);
  private final ViewCounter views = bench.counter();

  @ParameterizedTest
  @CsvSource({"ADMIN, true", "OPERATOR, true", "AUDITOR, true", "CUSTOMER, false"})
  void allRolesButCustomersReconcile(Role role, boolean may) {
    var id = bench.sample.subject();
    CounterFixture.count(views, id, 3);
    var reconciliation =
        new ReconcileViews(views).reconcile(ViewActors.as(role, bench.sample.id()));
    assertThat(GrantedAccess.is(reconciliation)).isEqualTo(may);
    if (may) {
      assertThat(GrantedAccess.value(reconciliation).counted()).isEqualTo(3);
    }
  }
}
