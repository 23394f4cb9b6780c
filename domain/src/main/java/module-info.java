/**
 * The domain of client accounts and their view counter: values, rules and ports. Needs the JDK
 * alone.
 */
module io.clientele.domain {
  requires static org.jspecify;

  exports io.clientele.domain;
  exports io.clientele.domain.account;
  exports io.clientele.domain.audit;
  exports io.clientele.domain.identity;
  exports io.clientele.domain.views;
}
