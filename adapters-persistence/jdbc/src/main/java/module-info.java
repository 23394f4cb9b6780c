/** Accounts and the view ledger over a plain data source, for PostgreSQL and SQLite. */
module io.clientele.jdbc {
  requires transitive io.clientele.domain;
  requires transitive java.sql;
  requires static org.jspecify;

  exports io.clientele.jdbc;
  exports io.clientele.jdbc.account;
  exports io.clientele.jdbc.views;
}
