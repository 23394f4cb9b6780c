/**
 * The values of the view counting protocol: writers, shards, batches, and the offsets up to which
 * the batches of a writer are known. Views are added to durable totals exactly once, without a
 * leader, a lease or a clock. The invariant: the total of an account is the sum over all writers of
 * the views in their batches 1 to {@code applied}.
 *
 * <p>The subpackages hold the two ports of the protocol, {@code staging} and {@code ledger}, and
 * {@code history} holds what is kept of past views and flushes. Uses the kernel only, and none of
 * its subpackages. Start at {@link io.clientele.domain.views.SealedBatch}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.domain.views;
