/**
 * Use cases of orders: confirm, cancel, ship, take back, show, list and reconcile them, and end
 * their holds. Uses the order context of the domain and what it may use. Start at {@link
 * io.clientele.application.order.ShowOrder}.
 */
@NullMarked
package io.clientele.application.order;

import org.jspecify.annotations.NullMarked;
