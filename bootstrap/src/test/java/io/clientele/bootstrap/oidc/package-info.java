/**
 * Outside issuers of OpenID Connect, and customers who sign in with them in a browser. Start at
 * {@code TestOidcIssuer}.
 */
@NullMarked
package io.clientele.bootstrap.oidc;

import org.jspecify.annotations.NullMarked;
