/** The durable ports on PostgreSQL. */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module io.clientele.persistence {
  requires com.zaxxer.hikari;
  requires io.opentelemetry.context;
  requires org.postgresql.jdbc;
  requires org.slf4j;
  requires static org.jspecify;
  requires transitive io.clientele.domain;
  requires transitive io.opentelemetry.api;
  requires transitive java.sql;

  exports io.clientele.persistence.account;
  exports io.clientele.persistence.audit;
  exports io.clientele.persistence.care;
  exports io.clientele.persistence.change;
  exports io.clientele.persistence.crypto;
  exports io.clientele.persistence.event;
  exports io.clientele.persistence.hook;
  exports io.clientele.persistence.identity;
  exports io.clientele.persistence.jdbc;
  exports io.clientele.persistence.ledger;
  exports io.clientele.persistence.ledger.chain;
  exports io.clientele.persistence.ledger.posting;
  exports io.clientele.persistence.ledger.proof;
  exports io.clientele.persistence.migration;
  exports io.clientele.persistence.notice;
  exports io.clientele.persistence.operation;
  exports io.clientele.persistence.order;
  exports io.clientele.persistence.product;
  exports io.clientele.persistence.task;
  exports io.clientele.persistence.views;
  exports io.clientele.persistence.webhook;
}
