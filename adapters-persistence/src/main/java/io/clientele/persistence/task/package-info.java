/**
 * Tasks in PostgreSQL. May use the domain of task and the shared packages. Other contexts that may
 * use task add tasks in the transaction of a change by {@link TaskWriter}. Start at {@link
 * JdbcTasks}.
 */
@NullMarked
package io.clientele.persistence.task;

import org.jspecify.annotations.NullMarked;
