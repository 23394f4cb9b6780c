/**
 * Who asks, what they may do, and how they come in: operators sign in and have sessions, services
 * have API keys. Knows the kernel, and of accounts the id alone. Start at {@link
 * io.clientele.domain.identity.Actor}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.domain.identity;
