/** The durable ports, on PostgreSQL. */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module io.clientele.persistence {
  requires static transitive org.jspecify;
  requires transitive flyway.core;
  requires transitive io.clientele.domain;
  requires transitive io.opentelemetry.api;
  requires transitive java.sql;
  requires com.zaxxer.hikari;
  requires io.opentelemetry.context;
  requires org.postgresql.jdbc;
  requires org.slf4j;

  exports io.clientele.persistence.account;
  exports io.clientele.persistence.audit;
  exports io.clientele.persistence.change;
  exports io.clientele.persistence.crypto;
  exports io.clientele.persistence.event;
  exports io.clientele.persistence.identity;
  exports io.clientele.persistence.jdbc;
  exports io.clientele.persistence.ledger;
  exports io.clientele.persistence.migration;
  exports io.clientele.persistence.views;
}
