/**
 * The hash chain over the audit trail: blocks of entries, their encoding and hashes, and the
 * verification that finds changed, removed, inserted or reordered entries.
 *
 * <p>Uses the kernel and the package {@code audit}. Start at {@link
 * io.clientele.domain.audit.chain.ChainBlock}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.domain.audit.chain;
