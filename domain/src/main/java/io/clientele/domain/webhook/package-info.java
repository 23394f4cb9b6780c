/**
 * Webhooks as the Standard Webhooks specification writes them: secrets, signatures, and the check
 * that receivers make. Receivers need this package and the kernel only.
 *
 * <p>Uses the kernel. Start at {@link io.clientele.domain.webhook.WebhookVerifier}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.domain.webhook;
