package io.clientele.domain;

/** Something that happened to an aggregate, told in the past tense. Each context seals its own. */
public interface DomainEvent {}
