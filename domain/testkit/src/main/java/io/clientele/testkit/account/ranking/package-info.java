/**
 * The contract of the ranking of accounts by views, and its in-memory port. Uses the in-memory view
 * ledger of {@code testkit.views}. Start at {@link
 * io.clientele.testkit.account.ranking.AccountRankingContract}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.testkit.account.ranking;
