/**
 * Import and export of many accounts.
 *
 * <p>Uses the domain's account and identity contexts. Start at {@link
 * io.clientele.application.account.bulk.ImportAccounts}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.application.account.bulk;
