/**
 * Contracts of the ports of operators, sessions and API keys.
 *
 * <p>Start at {@link io.clientele.testkit.identity.OperatorsContract}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.testkit.identity;
