/**
 * Clientele on AWS as a Pulumi program. {@link io.clientele.infra.ClienteleStack} creates the
 * components of the packages {@code network}, {@code data}, {@code edge}, {@code compute} and
 * {@code observability}. The program looks nothing up in the account: the stack follows from {@link
 * io.clientele.infra.config.EnvironmentPlan} alone, so tests see all of it. Start at {@link
 * io.clientele.infra.ClienteleStack}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.infra;
