/**
 * The HTTP server: Jetty and Javalin, ingress checks, response headers, connection limits and slow
 * clients. The only place where an exception becomes a status. Uses the shared packages; never a
 * context. Start at {@link HttpServer}.
 */
@NullMarked
package io.clientele.http.server;

import org.jspecify.annotations.NullMarked;
