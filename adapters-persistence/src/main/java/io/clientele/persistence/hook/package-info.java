/**
 * Received messages in PostgreSQL. May use the domain of hook and task, {@code TaskWriter} of task,
 * and the shared packages. Start at {@link JdbcInbox}.
 */
@NullMarked
package io.clientele.persistence.hook;

import org.jspecify.annotations.NullMarked;
