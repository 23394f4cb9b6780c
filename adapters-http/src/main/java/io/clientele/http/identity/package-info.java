/**
 * Routes of sessions, operators, API keys and the caller's own data, with their cookies and rate
 * limits. Start at {@link SignInRoutes}.
 */
@NullMarked
package io.clientele.http.identity;

import org.jspecify.annotations.NullMarked;
