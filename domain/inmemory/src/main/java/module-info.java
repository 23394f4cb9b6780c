/** The ports of the domain in memory: for tests, demos and embedders that store nothing. */
module io.clientele.inmemory {
  requires transitive io.clientele.domain;
  requires static org.jspecify;

  exports io.clientele.inmemory.account;
  exports io.clientele.inmemory.account.ranking;
  exports io.clientele.inmemory.audit;
  exports io.clientele.inmemory.care;
  exports io.clientele.inmemory.event;
  exports io.clientele.inmemory.hook;
  exports io.clientele.inmemory.identity;
  exports io.clientele.inmemory.kernel;
  exports io.clientele.inmemory.ledger;
  exports io.clientele.inmemory.notice;
  exports io.clientele.inmemory.operation;
  exports io.clientele.inmemory.order;
  exports io.clientele.inmemory.product;
  exports io.clientele.inmemory.product.ranking;
  exports io.clientele.inmemory.task;
  exports io.clientele.inmemory.views.counter;
  exports io.clientele.inmemory.views.history;
  exports io.clientele.inmemory.views.ledger;
  exports io.clientele.inmemory.views.staging;
  exports io.clientele.inmemory.webhook;
}
