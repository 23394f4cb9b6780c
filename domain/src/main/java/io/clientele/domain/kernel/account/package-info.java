/**
 * What every context may ask about an account of which it knows the id only. Start at {@link
 * io.clientele.domain.kernel.account.AccountStandings}.
 */
@NullMarked
package io.clientele.domain.kernel.account;

import org.jspecify.annotations.NullMarked;
