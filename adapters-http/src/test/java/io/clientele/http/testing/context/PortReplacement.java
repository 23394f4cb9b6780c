package io.clientele.http.testing.context;

/** A port that a test provides in place of the one in memory. */
public record PortReplacement<T>(Class<T> port, T replacement) {}
