/**
 * Wires the account context, and repeats erasures after a restore ({@code --reapply-erasures}).
 * Uses {@code config}. Start at {@link AccountModule}.
 */
@NullMarked
package io.clientele.bootstrap.account;

import org.jspecify.annotations.NullMarked;
