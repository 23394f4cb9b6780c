/**
 * The schemes by which other systems sign their messages. Uses the domain of hook and webhook.
 * Start at {@link SignatureScheme}.
 */
@NullMarked
package io.clientele.http.hook.signature;

import org.jspecify.annotations.NullMarked;
