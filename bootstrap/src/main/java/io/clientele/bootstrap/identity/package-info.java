/**
 * Wires operators, API keys, sessions and authentication. {@link AuthenticatorModule} is separate
 * so that a benchmark can replace it. Start at {@link IdentityModule}.
 */
@NullMarked
package io.clientele.bootstrap.identity;

import org.jspecify.annotations.NullMarked;
