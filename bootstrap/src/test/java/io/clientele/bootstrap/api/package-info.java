/**
 * Tests of the packaged service over HTTP: the documented API, idempotency, erasure, external
 * issuers, fuzzed and hostile requests. Start at {@code ServiceIT}.
 */
@NullMarked
package io.clientele.bootstrap.api;

import org.jspecify.annotations.NullMarked;
