/**
 * What a view counter offers, one interface for each of its users: counting, reading totals, and
 * flushing.
 *
 * <p>Uses the domain's kernel and the packages {@code views} and {@code views.history}. Start at
 * {@link io.clientele.domain.views.counter.ViewRecorder}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.domain.views.counter;
