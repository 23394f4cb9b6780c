/**
 * For tests of whoever embeds the domain: an in-memory implementation of each port, thread-safe and
 * fit for demos too; a contract for each port, as a JUnit interface with a method for each promise;
 * and {@link io.clientele.testkit.Sample}, test data that reads like sentences.
 *
 * <p>To hold your own adapter to a port, implement its contract in a test: start at {@link
 * io.clientele.testkit.AccountsContract}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.testkit;
