/**
 * Lists in pages: the opaque cursor, the page's JSON and its Link header. Uses the other exchange
 * packages. Start at {@link PageResponse}.
 */
@NullMarked
package io.clientele.http.exchange.paging;

import org.jspecify.annotations.NullMarked;
