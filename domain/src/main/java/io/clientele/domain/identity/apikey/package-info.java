/**
 * API keys of services: their scope, their life cycle and the port that stores them.
 *
 * <p>Uses the kernel and the package {@code identity}. Start at {@link
 * io.clientele.domain.identity.apikey.ApiKey}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.domain.identity.apikey;
