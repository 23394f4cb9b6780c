/**
 * The ports of the ledger in memory. Uses the domain and the kernel of this module. Start at {@link
 * io.clientele.inmemory.ledger.InMemoryLedger}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.inmemory.ledger;
