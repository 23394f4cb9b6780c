/**
 * The use cases of accounts, one class each, and the reads of their views.
 *
 * <p>Uses the domain's account, identity and views contexts and the counter's interface; no HTTP,
 * no SQL. Start at {@link io.clientele.application.account.ViewAccount}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.application.account;
