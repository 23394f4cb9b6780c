/**
 * Passwords: the rules for a new password, the blocklist of frequent passwords, and the port that
 * hashes and verifies them.
 *
 * <p>Uses the kernel and the package {@code identity}. Start at {@link
 * io.clientele.domain.identity.password.Password}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.domain.identity.password;
