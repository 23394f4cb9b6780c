package io.clientele.application.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.application.kernel.Granted;
import io.clientele.domain.identity.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReconcileTest {
  private final Workbench bench = new Workbench(1);
  private final ViewCounter views = bench.counter();

  @ParameterizedTest
  @CsvSource({"ADMIN, true", "OPERATOR, true", "AUDITOR, true", "CUSTOMER, false"})
  void everyoneButCustomersSeesTheBooks(Role role, boolean may) {
    var id = bench.sample.id();
    Workbench.count(views, id, 3);
    var books = new Reconcile(views).reconcile(Roles.as(role, id));
    assertThat(Granted.is(books)).isEqualTo(may);
    if (may) {
      assertThat(Granted.value(books).counted()).isEqualTo(3);
    }
  }
}
