/** The use cases of the service, over the ports of the domain. */
module io.clientele.application {
  requires static org.jspecify;
  requires transitive io.clientele.domain;

  exports io.clientele.application.account;
  exports io.clientele.application.account.bulk;
  exports io.clientele.application.audit;
  exports io.clientele.application.care;
  exports io.clientele.application.event;
  exports io.clientele.application.event.arrival;
  exports io.clientele.application.hook;
  exports io.clientele.application.identity;
  exports io.clientele.application.identity.preference;
  exports io.clientele.application.kernel;
  exports io.clientele.application.ledger;
  exports io.clientele.application.ledger.posting;
  exports io.clientele.application.ledger.transfer;
  exports io.clientele.application.notice;
  exports io.clientele.application.operation;
  exports io.clientele.application.order;
  exports io.clientele.application.order.command;
  exports io.clientele.application.order.placing;
  exports io.clientele.application.order.watch;
  exports io.clientele.application.product;
  exports io.clientele.application.product.catalogue;
  exports io.clientele.application.statistics;
  exports io.clientele.application.task;
  exports io.clientele.application.views;
  exports io.clientele.application.views.counter;
  exports io.clientele.application.webhook;
  exports io.clientele.application.webhook.relay;
}
