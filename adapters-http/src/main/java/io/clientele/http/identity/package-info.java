/**
 * Routes of sessions, operators, API keys and the caller's own data, with their cookies and rate
 * limits. Start at {@link SessionRoutes}.
 */
@NullMarked
package io.clientele.http.identity;

import org.jspecify.annotations.NullMarked;
