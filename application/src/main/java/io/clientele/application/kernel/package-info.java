/**
 * Shared by the use cases of all contexts: optimistic updates, the replay of idempotent requests,
 * the result of a read that needs a permission, and background jobs.
 *
 * <p>Uses the kernel of the domain and knows no context. Start at {@link
 * io.clientele.application.kernel.Access}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.application.kernel;
