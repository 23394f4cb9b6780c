/**
 * Contracts and in-memory implementations of the account ports.
 *
 * <p>To test your own store, implement {@link io.clientele.testkit.account.AccountsContract} in a
 * test of it; JUnit runs the inherited tests.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.testkit.account;
