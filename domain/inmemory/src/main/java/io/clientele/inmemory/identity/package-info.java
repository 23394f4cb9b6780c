/**
 * The ports of operators, sessions, API keys and sign-ins in memory. Uses the domain and the kernel
 * of this module. Start at {@link io.clientele.inmemory.identity.InMemoryOperators}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.inmemory.identity;
