/** What an account service does, as use cases over the ports of the domain. */
module io.clientele.application {
  requires static org.jspecify;
  requires transitive io.clientele.domain;

  exports io.clientele.application.account;
  exports io.clientele.application.audit;
  exports io.clientele.application.identity;
  exports io.clientele.application.kernel;
  exports io.clientele.application.statistics;
  exports io.clientele.application.views;
}
