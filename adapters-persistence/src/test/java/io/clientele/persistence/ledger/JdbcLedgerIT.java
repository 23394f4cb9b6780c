package io.clientele.persistence.ledger;

class JdbcLedgerIT extends JdbcLedgerFixture {}
