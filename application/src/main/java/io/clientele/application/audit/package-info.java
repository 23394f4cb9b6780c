/**
 * Reading the trail of audit, chaining it, and showing that it is what it was. Start at {@link
 * io.clientele.application.audit.ReadAudit}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.application.audit;
