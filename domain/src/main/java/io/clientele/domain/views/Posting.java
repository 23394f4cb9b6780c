package io.clientele.domain.views;

/**
 * What became of a batch.
 *
 * @param rejected views that no total could take, for it stands at 2^63 - 1
 */
public record Posting(Verdict verdict, long rejected) {}
