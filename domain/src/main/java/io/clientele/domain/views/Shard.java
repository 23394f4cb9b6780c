package io.clientele.domain.views;

/** A part of all subjects whose views are counted separately. Numbered from 0. */
public record Shard(int number) {}
