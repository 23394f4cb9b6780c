/**
 * What all components share: {@link Component}, its {@link DeploymentContext}, IAM policies and
 * roles, KMS keys and JSON. Uses {@code config} only. Start at {@link Component}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.infra.component;
