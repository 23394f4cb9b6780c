/** Contracts for the ports of the domain, and test data. */
module io.clientele.testkit {
  requires io.clientele.inmemory;
  requires transitive io.clientele.domain;
  requires transitive org.assertj.core;
  requires transitive org.junit.jupiter.api;
  requires static org.jspecify;

  exports io.clientele.testkit.account;
  exports io.clientele.testkit.account.bulk;
  exports io.clientele.testkit.account.erasure;
  exports io.clientele.testkit.account.ranking;
  exports io.clientele.testkit.audit;
  exports io.clientele.testkit.care;
  exports io.clientele.testkit.event;
  exports io.clientele.testkit.hook;
  exports io.clientele.testkit.identity;
  exports io.clientele.testkit.kernel;
  exports io.clientele.testkit.ledger;
  exports io.clientele.testkit.notice;
  exports io.clientele.testkit.operation;
  exports io.clientele.testkit.order;
  exports io.clientele.testkit.product;
  exports io.clientele.testkit.product.ranking;
  exports io.clientele.testkit.task;
  exports io.clientele.testkit.views;
  exports io.clientele.testkit.views.counter;
  exports io.clientele.testkit.views.history;
  exports io.clientele.testkit.views.ledger;
  exports io.clientele.testkit.views.staging;
  exports io.clientele.testkit.webhook;
}
