/**
 * The OpenTelemetry SDK, the Prometheus endpoint and the log format. No other package uses the SDK.
 * Start at {@link TelemetrySdk}.
 */
@NullMarked
package io.clientele.bootstrap.telemetry;

import org.jspecify.annotations.NullMarked;
