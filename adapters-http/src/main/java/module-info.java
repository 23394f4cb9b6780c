/** The API, and the page that administers it. */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module io.clientele.http {
  requires com.github.benmanes.caffeine;
  requires com.nimbusds.jose.jwt;
  requires de.siegmar.fastcsv;
  requires io.opentelemetry.context;
  requires jakarta.mail;
  requires jakarta.servlet;
  requires java.net.http;
  requires okhttp3;
  requires org.bouncycastle.provider;
  requires org.eclipse.angus.mail.smtp;
  requires org.slf4j;
  requires static org.jspecify;
  requires tools.jackson.core;
  requires tools.jackson.databind;
  requires tools.jackson.dataformat.yaml;
  requires transitive io.clientele.application;
  requires transitive io.opentelemetry.api;

  exports io.clientele.http.account;
  exports io.clientele.http.account.customer;
  exports io.clientele.http.account.importing;
  exports io.clientele.http.audit;
  exports io.clientele.http.care;
  exports io.clientele.http.dashboard;
  exports io.clientele.http.documents;
  exports io.clientele.http.event;
  exports io.clientele.http.exchange;
  exports io.clientele.http.exchange.header;
  exports io.clientele.http.exchange.json;
  exports io.clientele.http.exchange.problem;
  exports io.clientele.http.health;
  exports io.clientele.http.hook;
  exports io.clientele.http.hook.signature;
  exports io.clientele.http.identity;
  exports io.clientele.http.identity.authentication;
  exports io.clientele.http.ledger;
  exports io.clientele.http.ledger.transfer;
  exports io.clientele.http.limits;
  exports io.clientele.http.net;
  exports io.clientele.http.notice;
  exports io.clientele.http.notice.mail;
  exports io.clientele.http.operation;
  exports io.clientele.http.order;
  exports io.clientele.http.order.customer;
  exports io.clientele.http.product;
  exports io.clientele.http.product.catalogue;
  exports io.clientele.http.route;
  exports io.clientele.http.security;
  exports io.clientele.http.security.oidc;
  exports io.clientele.http.server;
  exports io.clientele.http.statistics;
  exports io.clientele.http.task;
  exports io.clientele.http.views;
  exports io.clientele.http.webhook;
  exports io.clientele.http.webhook.delivery;
}
