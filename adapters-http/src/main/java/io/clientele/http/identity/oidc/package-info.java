/**
 * Access tokens of outside OpenID Connect issuers: their keys, what a token must say, and how its
 * subject is named here. Start at {@link io.clientele.http.identity.oidc.OutsideTokens}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.http.identity.oidc;
