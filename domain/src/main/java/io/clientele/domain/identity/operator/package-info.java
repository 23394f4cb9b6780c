/**
 * Operators: people who work with the service and sign in with a password.
 *
 * <p>Uses the kernel and the packages {@code identity} and {@code identity.password}. Start at
 * {@link io.clientele.domain.identity.operator.Operator}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.domain.identity.operator;
