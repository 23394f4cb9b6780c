/**
 * The path of counted views: from the striped in-memory counter through buffers and batches to the
 * staging, from there or directly to the ledger, one pipeline a shard. The module does not export
 * this package.
 *
 * <p>Uses the package {@code application.views} and the ports of the domain. Start at {@link
 * io.clientele.application.views.pipeline.ShardPipeline}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.application.views.pipeline;
