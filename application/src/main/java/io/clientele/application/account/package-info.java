/**
 * What may be done with accounts, one class for each use case. Knows the domain and the counting of
 * views; no HTTP, no SQL. Start at {@link io.clientele.application.account.ViewAccount}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.application.account;
