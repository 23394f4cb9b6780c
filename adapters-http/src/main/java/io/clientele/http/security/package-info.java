/**
 * Driven ports of the identity context: passwords by Argon2id (RFC 9106) and our own access tokens
 * as JWTs (RFC 9068). Uses the domain only; no HTTP. Start at {@link Argon2Passwords} and {@link
 * JwtTokens}.
 */
@NullMarked
package io.clientele.http.security;

import org.jspecify.annotations.NullMarked;
