/** Tests of the relay, over virtual time. */
@org.jspecify.annotations.NullMarked
package io.clientele.application.webhook.relay;
