/**
 * The writer-sequence ledger: how views are counted by many processes and reach the durable totals
 * exactly once, with no leader, no lease and no clock. A writer numbers its batches and keeps each
 * until the ledger has it ({@link io.clientele.domain.views.WriterLog}); a fast, forgetful side
 * gathers and seals them ({@link io.clientele.domain.views.StagedViews}, behind {@link
 * io.clientele.domain.views.ViewStaging}); a durable side adds each sealed batch once ({@link
 * io.clientele.domain.views.SealedBatch#against}, behind {@link
 * io.clientele.domain.views.ViewLedger}). The one fact that safety rests on: totals are the sum
 * over writers of their batches 1 to {@code applied}.
 *
 * <p>Knows the kernel, and of accounts the id alone. Start at {@link
 * io.clientele.domain.views.ViewLedger}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.domain.views;
