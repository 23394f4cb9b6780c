/**
 * The two view counters: {@link io.clientele.application.views.counter.ViewCounter} counts through
 * a shared staging, {@link io.clientele.application.views.counter.DirectViewCounter} writes to the
 * ledger only. A counter starts no thread; it offers its background work as jobs.
 *
 * <p>Uses the packages {@code application.views} and {@code application.views.pipeline}. Start at
 * {@link io.clientele.application.views.counter.ViewCounter}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.application.views.counter;
