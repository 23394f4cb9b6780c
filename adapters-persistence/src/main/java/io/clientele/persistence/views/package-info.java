/**
 * The durable side of the view counter in PostgreSQL: batches applied to totals, history by hour
 * and day, and the flush log. Counts views of any 128-bit id and knows no account. May use the
 * domain of views and the shared packages. Start at {@link JdbcViewLedger}.
 */
@NullMarked
package io.clientele.persistence.views;

import org.jspecify.annotations.NullMarked;
