/** Tests of the contract of vetoes. Start at {@code InMemoryAccountVetoesTest}. */
@org.jspecify.annotations.NullMarked
package io.clientele.testkit.account.erasure;
