/**
 * How operators and services come in, and who lets them: one class for each use case. Knows the
 * domain; no HTTP, no SQL. Start at {@link io.clientele.application.identity.SignIn}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.application.identity;
