package io.clientele.domain.views;

/**
 * What one writer says of one shard.
 *
 * @param accepted all views that it has taken on, sent or not, since it began, without those lost
 * @param lost views that were thrown away past a bound
 */
public record Counted(Shard shard, WriterId writer, long accepted, long lost) {}
