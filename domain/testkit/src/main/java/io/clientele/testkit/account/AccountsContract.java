package io.clientele.testkit.account;

/**
 * Stored accounts are found as they were stored, under unique e-mails and tax ids, and of
 * concurrent writers of one version one wins. Implement this contract in the test of your {@link
 * io.clientele.domain.account.Accounts}; JUnit runs the inherited tests:
 *
 * {@snippet file="io/clientele/jdbc/account/SqlAccountsOnSqliteTest.java" region="contract" :
 * class SqlAccountsOnSqliteTest implements AccountsContract, AccountDirectoryContract {
 *   @Override
 *   public Accounts accounts() {
 *     return new SqlAccounts(SQLITE.emptied());
 *   }
 *
 *   @Override
 *   public Accounts unreachableAccounts() {
 *     return new SqlAccounts(SQLITE.away());
 *   }
 *
 *   @Override
 *   public AccountDirectory directory() {
 *     return new SqlAccountDirectory(SQLITE.source());
 *   }
 *
 *   @Override
 *   public AccountDirectory unreachableDirectory() {
 *     return new SqlAccountDirectory(SQLITE.away());
 *   }
 *
 *   @Override
 *   public void persist(Map<AccountId, Long> views) {
 *     SQLITE.replaceViews(views);
 *   }
 *
 *   @Override
 *   public List<AuditEntry> audit() {
 *     return new SqlChanges(SQLITE.source()).audit();
 *   }
 *
 *   @Override
 *   public List<PublishedEvent> published() {
 *     return new SqlChanges(SQLITE.source()).published();
 *   }
 * }
 * }
 *
 * <p>A store that stands in for another (with a cache, a breaker, meters) passes the same contract.
 * {@link AccountDirectoryContract} tests lists and searches.
 */
public interface AccountsContract
    extends AccountsSavingContract,
        AccountChangesContract,
        AccountsErasingContract,
        AccountsUniqueContract {}
