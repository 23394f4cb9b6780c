/**
 * Encryption of personal data: data keys, and one key for each data subject that can be destroyed.
 * May use the kernel and `jdbc`. Start at {@link SubjectKeys}.
 */
@NullMarked
package io.clientele.persistence.crypto;

import org.jspecify.annotations.NullMarked;
