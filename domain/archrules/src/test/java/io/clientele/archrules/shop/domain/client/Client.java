package io.clientele.archrules.shop.domain.client;

/** Clean: a context. */
public record Client(ClientNumber number, String name) {}
