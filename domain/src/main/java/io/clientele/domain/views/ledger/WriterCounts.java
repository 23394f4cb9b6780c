package io.clientele.domain.views.ledger;

import io.clientele.domain.views.Shard;
import io.clientele.domain.views.WriterId;

/**
 * What one writer says of one shard.
 *
 * @param accepted all views that it has taken on, sent or not, since it began, without those lost
 * @param lost views that were thrown away past a bound
 */
public record WriterCounts(Shard shard, WriterId writer, long accepted, long lost) {}
