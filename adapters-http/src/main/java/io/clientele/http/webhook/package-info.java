/**
 * The routes of webhooks. Uses the shared packages, and the use cases and domain of webhook and
 * event. Start at {@link WebhookRoutes}.
 */
@NullMarked
package io.clientele.http.webhook;

import org.jspecify.annotations.NullMarked;
