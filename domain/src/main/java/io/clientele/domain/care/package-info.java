/**
 * Customer care: the operator who owns the relationship with an account, and the internal notes
 * about it. Customers see neither.
 *
 * <p>Uses the kernel and the identity context. Start at {@link
 * io.clientele.domain.care.AccountNote} and {@link io.clientele.domain.care.AccountOwnership}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.domain.care;
