/**
 * Client accounts: their values, the rules of their changes, and the ports that store and list
 * them.
 *
 * <p>Uses the kernel only. Start at {@link io.clientele.domain.account.Account} and {@link
 * io.clientele.domain.account.Accounts}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.domain.account;
