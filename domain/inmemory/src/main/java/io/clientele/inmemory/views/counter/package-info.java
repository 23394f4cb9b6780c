/**
 * A view counter in memory. Uses the domain. Start at {@link
 * io.clientele.inmemory.views.counter.InMemoryViewCounter}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.inmemory.views.counter;
