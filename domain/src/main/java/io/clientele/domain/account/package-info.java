/**
 * Client accounts: what one is, what may happen to it, and {@link
 * io.clientele.domain.account.Accounts}, the port that keeps them. Knows the kernel only; never
 * another context. Start at {@link io.clientele.domain.account.Account}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.domain.account;
