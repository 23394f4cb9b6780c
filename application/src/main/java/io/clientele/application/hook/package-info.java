/**
 * Use cases of received messages. May use the domain of hook and task, and the shared use cases.
 * Start at {@link io.clientele.application.hook.ReceiveHook}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.application.hook;
