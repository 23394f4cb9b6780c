/**
 * The service and its migration on ECS Fargate, with image repositories and autoscaling. Uses
 * {@code network}, {@code data}, {@code edge} and what those use. Start at {@link EcsCluster}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.infra.compute;
