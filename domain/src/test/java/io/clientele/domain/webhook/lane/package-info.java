/** Tests of lanes and their rules. */
@org.jspecify.annotations.NullMarked
package io.clientele.domain.webhook.lane;
