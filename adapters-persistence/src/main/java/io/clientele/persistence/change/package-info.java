/**
 * The one way a change is stored: idempotency key, rows, audit entries and the stored response in
 * one transaction. The only package that appends to the audit. May use the kernel, the audit's
 * entry, `crypto` and `jdbc`. Start at {@link ChangeStore}.
 */
@NullMarked
package io.clientele.persistence.change;

import org.jspecify.annotations.NullMarked;
