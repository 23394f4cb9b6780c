/**
 * Who asks, and what they may do. Knows the kernel, and of accounts the id alone. Start at {@link
 * io.clientele.domain.identity.Actor}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.domain.identity;
