/** Tests of the background verification of the audit trail. */
@org.jspecify.annotations.NullMarked
package io.clientele.application.audit;
