/**
 * Contracts of the account ports. Uses the kit's kernel. Start at {@link
 * io.clientele.testkit.account.AccountsContract}: implement it in the test of your own store, and
 * JUnit runs the inherited tests.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.testkit.account;
