/**
 * The inbox of received messages in memory. Uses the domain and the kernel of this module. Start at
 * {@link io.clientele.inmemory.hook.InMemoryInbox}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.inmemory.hook;
