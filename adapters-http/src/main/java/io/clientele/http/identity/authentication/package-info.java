/**
 * Authentication: bearer tokens and API keys, the cache of verified callers and of revocations.
 * {@link Actors} gives every context the actor of a request. Uses route, exchange and security.
 * Start at {@link BearerAuthenticator}.
 */
@NullMarked
package io.clientele.http.identity.authentication;

import org.jspecify.annotations.NullMarked;
