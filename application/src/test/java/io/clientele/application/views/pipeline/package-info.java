/** Tests of buffers, batches, senders and the flush of one shard. */
@org.jspecify.annotations.NullMarked
package io.clientele.application.views.pipeline;
