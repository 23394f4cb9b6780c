/**
 * Accounts over HTTP: their routes, how their JSON is read and written, and the parameters of the
 * list. Start at {@link io.clientele.http.account.AccountRoutes}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.http.account;
