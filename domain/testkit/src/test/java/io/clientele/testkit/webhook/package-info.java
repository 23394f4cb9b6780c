/** Tests of the webhooks in memory. */
@org.jspecify.annotations.NullMarked
package io.clientele.testkit.webhook;
