/**
 * Access tokens of external OpenID Connect issuers: their published keys, the checks of a token,
 * and the pseudonym of its subject. Uses the domain only. Start at {@link ExternalTokenVerifier}.
 */
@NullMarked
package io.clientele.http.security.oidc;

import org.jspecify.annotations.NullMarked;
