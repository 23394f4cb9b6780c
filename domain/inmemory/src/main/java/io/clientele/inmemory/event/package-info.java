/**
 * The feed of events in memory. Uses the domain and the kernel of this module. Start at {@link
 * io.clientele.inmemory.event.InMemoryEventFeed}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.inmemory.event;
