/**
 * The ports of accounts in memory. Uses the domain and the kernel of this module. Start at {@link
 * io.clientele.inmemory.account.InMemoryAccounts}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.inmemory.account;
