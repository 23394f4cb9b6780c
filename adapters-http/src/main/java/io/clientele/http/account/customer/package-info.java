/**
 * The account as its customer sees it, at the store. Uses the use cases of accounts, and what
 * accounts of the operations front share. Start at {@link OwnAccountRoutes}.
 */
@NullMarked
package io.clientele.http.account.customer;

import org.jspecify.annotations.NullMarked;
