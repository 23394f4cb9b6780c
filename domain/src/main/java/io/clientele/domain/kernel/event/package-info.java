/**
 * Published events: the part of a change that subscribers receive, and its digest, by which they
 * can prove that they missed nothing; and the encodings that hashes cover.
 *
 * <p>Uses the kernel only. Start at {@link io.clientele.domain.kernel.event.PublishedEvent}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.domain.kernel.event;
