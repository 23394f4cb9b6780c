package io.clientele.infra.compute;

import io.clientele.infra.data.PostgresDatabase;
import io.clientele.infra.data.ValkeyCache;
import io.clientele.infra.edge.Ingress;
import io.clientele.infra.network.VpcNetwork;
import io.clientele.infra.observability.ManagedPrometheus;

/** The components that the service's tasks depend on. */
public record ServiceDependencies(
    VpcNetwork network,
    PostgresDatabase database,
    ValkeyCache cache,
    Ingress ingress,
    ManagedPrometheus prometheus) {}
