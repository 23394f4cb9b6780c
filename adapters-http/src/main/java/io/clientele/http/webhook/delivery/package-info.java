/**
 * Sends webhooks over HTTP, and never to an address that is not public: each connection judges its
 * address. Uses the domain of webhook and the shared packages. Start at {@link HttpWebhookSender}.
 */
@NullMarked
package io.clientele.http.webhook.delivery;

import org.jspecify.annotations.NullMarked;
