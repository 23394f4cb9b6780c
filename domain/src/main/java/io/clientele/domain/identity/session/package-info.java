/**
 * Sign-in sessions and their tokens: rotation of refresh tokens, access tokens, and what is
 * recorded of successful and refused sign-ins.
 *
 * <p>Uses the kernel and the packages {@code identity} and {@code identity.operator}. Start at
 * {@link io.clientele.domain.identity.session.Session}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.domain.identity.session;
