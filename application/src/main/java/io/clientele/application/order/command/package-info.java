/**
 * What all commands on orders share: loading, storing, idempotency, and how they end. Start at
 * {@link io.clientele.application.order.command.OrderUpdate}.
 */
@NullMarked
package io.clientele.application.order.command;

import org.jspecify.annotations.NullMarked;
