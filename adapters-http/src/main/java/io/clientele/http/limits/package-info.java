/**
 * The limits of one client: concurrent requests, and requests per time. Uses the rate limiter port
 * of the domain and problems. Start at {@link ConcurrencyLimiter} and {@link RequestRateLimiter}.
 */
@NullMarked
package io.clientele.http.limits;

import org.jspecify.annotations.NullMarked;
