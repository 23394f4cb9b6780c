/**
 * Reading requests and writing responses: JSON bodies, query and path parameters, idempotency keys,
 * timestamps. What every route needs; knows no context and no server. Start at {@link
 * RequestBodies} and {@link Responses}.
 */
@NullMarked
package io.clientele.http.exchange;

import org.jspecify.annotations.NullMarked;
