/**
 * The configuration of an environment: {@link DeploymentSettings}, which differ from account to
 * account, and {@link EnvironmentPlan}, the sizes of a {@link DeploymentStage}. All values are
 * checked before AWS is called, and all errors are reported together. Uses no other package. Start
 * at {@link EnvironmentPlan}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.infra.config;
