/**
 * The contract of {@link io.clientele.domain.hook.Inbox} and an inbox in memory.
 *
 * <p>Start at {@link io.clientele.testkit.hook.InboxContract}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.testkit.hook;
