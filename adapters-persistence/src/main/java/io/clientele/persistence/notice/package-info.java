/**
 * Notices in PostgreSQL: who chose which, who was told of what, and the tasks that send the mails.
 * Uses the shared packages, the domain's notice, and the writer of tasks. Start at {@link
 * io.clientele.persistence.notice.JdbcNotices}.
 */
@NullMarked
package io.clientele.persistence.notice;

import org.jspecify.annotations.NullMarked;
