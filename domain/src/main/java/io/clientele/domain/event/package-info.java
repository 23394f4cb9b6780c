/**
 * The feed of published events, in the order of the audit chain.
 *
 * <p>Uses the kernel, the grants of identity, and the chain of audit. Start at {@link
 * io.clientele.domain.event.EventFeed}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.domain.event;
