/**
 * Log groups, CloudWatch alarms and the CloudWatch dashboard. Uses {@code component} and {@code
 * config}. Start at {@link Observability}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.infra.observability;
