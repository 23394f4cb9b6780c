/**
 * The ranking of accounts by views in memory. Uses the domain and the view ledger in memory. Start
 * at {@link io.clientele.inmemory.account.ranking.InMemoryAccountRanking}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.inmemory.account.ranking;
