/**
 * Fixtures of the tests: the server on in-memory ports, raw and ordinary clients, captured logs and
 * metrics. Start at {@link InMemoryServer}.
 */
@NullMarked
package io.clientele.http.testing;

import org.jspecify.annotations.NullMarked;
