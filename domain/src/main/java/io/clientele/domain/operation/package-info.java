/**
 * Queued writes: requests that were accepted and are carried out later, in the order of acceptance
 * for each subject. An operation is the record of one of them and, at its end, of its result.
 *
 * <p>Uses the kernel and the grants of identity. Start at {@link
 * io.clientele.domain.operation.Operations}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.domain.operation;
