/**
 * The use cases of operators, sessions and API keys, one class each.
 *
 * <p>Uses the domain's identity context; no HTTP, no SQL. Start at {@link
 * io.clientele.application.identity.SignIn}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.application.identity;
