/**
 * The contract of imports that ended. Uses the domain of account. Start at {@link
 * io.clientele.testkit.account.bulk.EndedImportsContract}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.testkit.account.bulk;
