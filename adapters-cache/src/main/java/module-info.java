/** The shared state on Redis: staged views, rate limits and the checkpoint of the audit. */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module io.clientele.cache {
  requires com.github.benmanes.caffeine;
  requires io.github.resilience4j.circuitbreaker;
  requires io.netty.common;
  requires io.opentelemetry.context;
  requires org.slf4j;
  requires transitive io.clientele.domain;
  requires transitive io.opentelemetry.api;
  requires transitive lettuce.core;
  requires static org.jspecify;

  exports io.clientele.cache;
  exports io.clientele.cache.audit;
  exports io.clientele.cache.ratelimit;
  exports io.clientele.cache.views;
}
