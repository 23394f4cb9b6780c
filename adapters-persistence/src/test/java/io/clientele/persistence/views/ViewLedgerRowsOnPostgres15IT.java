package io.clientele.persistence.views;

import io.clientele.persistence.testbed.TestPostgres;

class ViewLedgerRowsOnPostgres15IT extends ViewLedgerRowsIT {
  @Override
  TestPostgres postgres() {
    return TestPostgres.V15;
  }
}
