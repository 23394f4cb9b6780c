/**
 * Messages that other systems send to this service: each is verified by its signature, stored once,
 * and handled later as a task. Other contexts contribute a {@link
 * io.clientele.domain.hook.HookHandler}.
 *
 * <p>Uses the kernel, the grants of identity, and task. Start at {@link
 * io.clientele.domain.hook.Inbox}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.domain.hook;
