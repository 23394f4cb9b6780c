/** Tests of webhooks in PostgreSQL. */
@org.jspecify.annotations.NullMarked
package io.clientele.persistence.webhook;
