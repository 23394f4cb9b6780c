package io.clientele.infra;

/** The components that the service's tasks use. */
record ServiceDependencies(Network network, Data data, Cache cache, Edge edge) {}
