/**
 * Responses without an end. Uses the limits of requests. Start at {@link
 * io.clientele.http.exchange.stream.ServerSentEvents}.
 */
@NullMarked
package io.clientele.http.exchange.stream;

import org.jspecify.annotations.NullMarked;
