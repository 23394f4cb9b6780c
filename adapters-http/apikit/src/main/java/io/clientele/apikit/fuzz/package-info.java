/**
 * Requests generated from the OpenAPI document, valid and hostile, and the checks of their
 * responses. Uses the client. Start at {@link ApiFuzzer}.
 */
@NullMarked
package io.clientele.apikit.fuzz;

import org.jspecify.annotations.NullMarked;
