/**
 * Actors, their roles and permissions, and the values that all kinds of credentials share: ids,
 * secrets, display names, revocations. The subpackages {@code operator}, {@code password}, {@code
 * session} and {@code apikey} hold the aggregates.
 *
 * <p>Uses the kernel only, and none of its subpackages. Start at {@link
 * io.clientele.domain.identity.Actor}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.domain.identity;
