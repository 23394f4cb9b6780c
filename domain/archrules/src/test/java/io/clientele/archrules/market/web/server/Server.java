package io.clientele.archrules.market.web.server;

/** Clean: a shared package that uses no context. */
public record Server(int port) {}
