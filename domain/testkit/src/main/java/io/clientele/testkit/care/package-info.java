/**
 * The contracts of the ports of customer care. Start at {@link
 * io.clientele.testkit.care.AccountNotesContract}.
 */
@NullMarked
package io.clientele.testkit.care;

import org.jspecify.annotations.NullMarked;
