/**
 * Addresses, trusted proxies and web origins of requests. Uses the header parser only. Start at
 * {@link TrustedProxies} and {@link AllowedOrigins}.
 */
@NullMarked
package io.clientele.http.net;

import org.jspecify.annotations.NullMarked;
