/**
 * Routes of the audit trail: its entries and their verification. Uses identity.authentication for
 * the actor. Start at {@link AuditRoutes}.
 */
@NullMarked
package io.clientele.http.audit;

import org.jspecify.annotations.NullMarked;
