/** Tests of the hash chain over the audit trail. */
@org.jspecify.annotations.NullMarked
package io.clientele.domain.audit.chain;
