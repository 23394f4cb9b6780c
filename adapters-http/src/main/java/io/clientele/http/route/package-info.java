/**
 * How a context adds its routes: {@link Routes} lists them, each with the permission it requires,
 * and {@link Authenticator} tells who calls. Uses the domain's permissions and actors only. Start
 * at {@link Routes}.
 */
@NullMarked
package io.clientele.http.route;

import org.jspecify.annotations.NullMarked;
