/**
 * The API over HTTP: the server, its strictness, problems, and what all routes share. Routes stand
 * in the packages below; each names the permission that it asks for. Start at {@link
 * io.clientele.http.HttpServer} and {@link io.clientele.http.Routes}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.http;
