package io.clientele.http.limits;

/**
 * Bounds of the requests of some routes that work and wait at once. Routes that declare the same
 * class share its bounds.
 *
 * @param name in metrics and the log
 * @param workMax requests that work at once
 * @param waitingMax requests that wait for their turn; more are answered 503 at once
 * @param waitMillis how long a request waits for its turn before it is answered 503
 */
public record ConcurrencyClass(String name, int workMax, int waitingMax, int waitMillis) {}
