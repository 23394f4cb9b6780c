/** Tests of the use cases of webhooks. */
@org.jspecify.annotations.NullMarked
package io.clientele.application.webhook;
