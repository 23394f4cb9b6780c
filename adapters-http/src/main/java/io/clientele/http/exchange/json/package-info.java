/**
 * Writing JSON without reflection, and JSON pointers (RFC 6901). Uses Jackson's streaming API only.
 * Start at {@link JsonWriter}.
 */
@NullMarked
package io.clientele.http.exchange.json;

import org.jspecify.annotations.NullMarked;
