/**
 * Header fields: content negotiation, entity tags, text in UTF-8, Content-Security-Policy. Uses
 * problems only. Start at {@link AcceptHeader} and {@link EntityTags}.
 */
@NullMarked
package io.clientele.http.exchange.header;

import org.jspecify.annotations.NullMarked;
