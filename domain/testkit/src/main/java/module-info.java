/** In-memory ports of the domain, the contracts that every port's adapter passes, and test data. */
module io.clientele.testkit {
  requires transitive io.clientele.domain;
  requires transitive org.assertj.core;
  requires transitive org.junit.jupiter.api;
  requires static org.jspecify;

  exports io.clientele.testkit;
}
