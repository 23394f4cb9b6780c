/**
 * The contract of {@link io.clientele.domain.event.EventFeed}.
 *
 * <p>Start at {@link io.clientele.testkit.event.EventFeedContract}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.testkit.event;
