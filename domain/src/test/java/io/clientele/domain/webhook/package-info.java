/** Tests of webhooks. */
@org.jspecify.annotations.NullMarked
package io.clientele.domain.webhook;
