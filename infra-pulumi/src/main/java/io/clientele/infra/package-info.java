/**
 * The service on AWS. {@link io.clientele.infra.ClienteleStack} puts the components together:
 * {@link io.clientele.infra.network.VpcNetwork}, {@link io.clientele.infra.data.PostgresDatabase},
 * {@link io.clientele.infra.data.ValkeyCache}, {@link io.clientele.infra.edge.Ingress}, {@link
 * io.clientele.infra.compute.EcsCluster}, {@link io.clientele.infra.observability.Observability},
 * {@link io.clientele.infra.PipelineRole}. Nothing is looked up in an account: what is built
 * follows from {@link io.clientele.infra.config.EnvironmentPlan} alone, so that tests see all of
 * it.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.infra;
