/**
 * Published events: what of a change subscribers get, and the digest by which they can prove that
 * they missed nothing.
 *
 * <p>Uses the kernel only. Start at {@link io.clientele.domain.kernel.event.PublishedEvent}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.domain.kernel.event;
