package io.clientele.domain.views;

/** A part of all accounts whose views are counted by themselves. Numbered from 0. */
public record Shard(int number) {}
