/**
 * Notices: mails by which operators learn what happened, as each of them chose. The context sends
 * each notice once to each operator, as a task.
 *
 * <p>Uses the kernel, identity, audit, event, task, webhook and account. Start at {@link
 * io.clientele.domain.notice.Notices}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.domain.notice;
