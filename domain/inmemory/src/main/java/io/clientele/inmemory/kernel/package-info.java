/**
 * What the stores of all contexts in memory share: the one way a change is stored, stored
 * responses, rate limits. Uses the domain. Start at {@link
 * io.clientele.inmemory.kernel.InMemoryChangeStore}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.inmemory.kernel;
