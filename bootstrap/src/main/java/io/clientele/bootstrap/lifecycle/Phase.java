package io.clientele.bootstrap.lifecycle;

/**
 * When a part starts and stops. Phases start in this order and stop in the opposite order, so that
 * a part can use the parts of every earlier phase while it stops.
 */
public enum Phase {
  TELEMETRY,
  DATABASE,
  CACHE,
  CONTEXT
}
