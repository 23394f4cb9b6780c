/**
 * The contract of {@link io.clientele.domain.hook.Inbox}.
 *
 * <p>Start at {@link io.clientele.testkit.hook.InboxContract}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.testkit.hook;
