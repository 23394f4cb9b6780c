/**
 * The contract of vetoes against closing or erasing an account. Uses the kit's kernel and accounts.
 * Start at {@link io.clientele.testkit.account.erasure.AccountVetoesContract}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.testkit.account.erasure;
