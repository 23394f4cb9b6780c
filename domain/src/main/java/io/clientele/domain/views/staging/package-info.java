/**
 * Staging: the fast, shared store that collects the batches of all writers until the ledger has
 * them. It may lose data at any time; writers keep each batch until the ledger has it ({@link
 * io.clientele.domain.views.staging.WriterLog}).
 *
 * <p>{@link io.clientele.domain.views.staging.StagingState} is the state machine that every staging
 * implements. Uses the kernel and the package {@code views}. Start at {@link
 * io.clientele.domain.views.staging.ViewStaging}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.domain.views.staging;
