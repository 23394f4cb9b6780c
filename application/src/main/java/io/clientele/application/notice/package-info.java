/**
 * Use cases of notices: operators choose them, events and incidents announce them, and tasks send
 * them. Uses the kernel and the domain's notice, identity, audit, event, task, webhook and account.
 * Start at {@link io.clientele.application.notice.AnnounceNotice}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.application.notice;
