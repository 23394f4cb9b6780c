/**
 * How a context adds its routes: a {@link RouteGroup} adds them to {@link Routes}, each with the
 * permission it requires, and {@link RouteTable} orders those of all contexts. {@link
 * Authenticator} tells who calls. Uses the domain's permissions and actors only. Start at {@link
 * RouteGroup}.
 */
@NullMarked
package io.clientele.http.route;

import org.jspecify.annotations.NullMarked;
