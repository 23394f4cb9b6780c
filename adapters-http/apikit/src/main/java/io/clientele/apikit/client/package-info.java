/**
 * Calls a running server and checks each response against its OpenAPI document. Knows the server by
 * HTTP only. Start at {@link ApiClient}.
 */
@NullMarked
package io.clientele.apikit.client;

import org.jspecify.annotations.NullMarked;
