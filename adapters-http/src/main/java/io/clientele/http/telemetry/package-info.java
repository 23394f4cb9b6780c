/**
 * Metrics, traces and logs of requests. The lowest package: uses Jetty's request, OpenTelemetry and
 * SLF4J only. Start at {@link RequestTelemetry} and {@link RequestLog}.
 */
@NullMarked
package io.clientele.http.telemetry;

import org.jspecify.annotations.NullMarked;
