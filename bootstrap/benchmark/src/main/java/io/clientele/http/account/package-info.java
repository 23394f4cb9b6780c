/**
 * Routes of accounts: open, read, list, amend, suspend, close, erase, export. Uses
 * identity.authentication for the actor and views for totals. Start at {@link AccountRoutes}.
 */
@NullMarked
package io.clientele.http.account;

import org.jspecify.annotations.NullMarked;
