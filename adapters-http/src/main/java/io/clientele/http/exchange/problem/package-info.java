/**
 * Error responses as problem details (RFC 9457), and the validation errors of one request. Uses
 * JSON and telemetry. Start at {@link Problem}; a route throws {@link ProblemException}.
 */
@NullMarked
package io.clientele.http.exchange.problem;

import org.jspecify.annotations.NullMarked;
