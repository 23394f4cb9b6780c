/**
 * What there is to decide about an environment: {@link DeploymentSettings}, which differ from
 * account to account, and {@link EnvironmentPlan}, the sizes that belong to a {@link
 * DeploymentStage}. All of it is checked before anything is asked of AWS, and every fault is told
 * at once.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.infra.config;
