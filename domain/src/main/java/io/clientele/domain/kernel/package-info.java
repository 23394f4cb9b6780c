/**
 * The types that every context shares: a {@link io.clientele.domain.kernel.Change} with its events
 * and its {@link io.clientele.domain.kernel.Provenance}, the audit entry of a change, idempotent
 * requests and their stored responses, rate limits, account ids, invalid values and unavailable
 * ports.
 *
 * <p>Uses the JDK only and knows no context. Start at {@link io.clientele.domain.kernel.Change}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.domain.kernel;
