/**
 * The ledger: the durable store of view totals, and of the offset up to which it applied the
 * batches of each writer.
 *
 * <p>Uses the kernel and the package {@code views}. Start at {@link
 * io.clientele.domain.views.ledger.ViewLedger}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.domain.views.ledger;
