/**
 * Log groups, CloudWatch alarms, the CloudWatch dashboard and managed Prometheus. Uses {@code
 * component} and {@code config}. Start at {@link Observability}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.infra.observability;
