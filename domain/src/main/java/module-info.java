/**
 * The domain of client accounts and their view counter: values, rules and ports. Requires the JDK
 * only.
 */
module io.clientele.domain {
  requires static org.jspecify;

  exports io.clientele.domain.account;
  exports io.clientele.domain.audit;
  exports io.clientele.domain.audit.chain;
  exports io.clientele.domain.care;
  exports io.clientele.domain.event;
  exports io.clientele.domain.hook;
  exports io.clientele.domain.identity;
  exports io.clientele.domain.identity.apikey;
  exports io.clientele.domain.identity.operator;
  exports io.clientele.domain.identity.password;
  exports io.clientele.domain.identity.preference;
  exports io.clientele.domain.identity.session;
  exports io.clientele.domain.kernel;
  exports io.clientele.domain.kernel.account;
  exports io.clientele.domain.kernel.event;
  exports io.clientele.domain.kernel.text;
  exports io.clientele.domain.ledger;
  exports io.clientele.domain.ledger.price;
  exports io.clientele.domain.ledger.proof;
  exports io.clientele.domain.ledger.rules;
  exports io.clientele.domain.ledger.transfer;
  exports io.clientele.domain.notice;
  exports io.clientele.domain.operation;
  exports io.clientele.domain.order;
  exports io.clientele.domain.order.line;
  exports io.clientele.domain.order.summary;
  exports io.clientele.domain.product;
  exports io.clientele.domain.product.ranking;
  exports io.clientele.domain.task;
  exports io.clientele.domain.views;
  exports io.clientele.domain.views.counter;
  exports io.clientele.domain.views.history;
  exports io.clientele.domain.views.ledger;
  exports io.clientele.domain.views.staging;
  exports io.clientele.domain.webhook;
  exports io.clientele.domain.webhook.delivery;
  exports io.clientele.domain.webhook.lane;
}
