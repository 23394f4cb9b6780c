/**
 * The trail of audit over HTTP, and whether it is what it was. Start at {@link
 * io.clientele.http.audit.AuditRoutes}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.http.audit;
