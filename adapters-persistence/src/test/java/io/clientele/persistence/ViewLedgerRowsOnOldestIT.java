package io.clientele.persistence;

class ViewLedgerRowsOnOldestIT extends ViewLedgerRowsIT {
  @Override
  Postgres postgres() {
    return Postgres.V15;
  }
}
