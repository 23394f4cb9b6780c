/** Tests of deliveries. */
@org.jspecify.annotations.NullMarked
package io.clientele.domain.webhook.delivery;
