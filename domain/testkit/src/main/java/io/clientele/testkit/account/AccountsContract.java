package io.clientele.testkit.account;

/**
 * Stored accounts are found as they were stored, under unique e-mails and tax ids, and of
 * concurrent writers of one version one wins. Implement this contract in the test of your {@link
 * io.clientele.domain.account.Accounts}; JUnit runs the inherited tests:
 *
 * <pre>{@code
 * class JdbcAccountsIT implements AccountsContract {
 *   private static final Server SERVER = Server.started(); // once for all tests of the class
 *
 *   @Override
 *   public Accounts accounts() {
 *     SERVER.run("TRUNCATE account CASCADE");
 *     return new JdbcAccounts(SERVER.dataSource());
 *   }
 *
 *   @Override
 *   public Accounts unreachableAccounts() {
 *     return new JdbcAccounts(Server.thatNobodyStarted().dataSource());
 *   }
 *
 *   @Override
 *   public List<AuditEntry> audit() {
 *     return SERVER.auditEntries();
 *   }
 *
 *   @Override
 *   public List<PublishedEvent> published() {
 *     return SERVER.publishedEvents();
 *   }
 * }
 * }</pre>
 *
 * <p>A store that stands in for another (with a cache, a breaker, meters) passes the same contract.
 * {@link AccountDirectoryContract} tests lists and searches.
 */
public interface AccountsContract
    extends AccountsSavingContract,
        AccountChangesContract,
        AccountsErasingContract,
        AccountsUniqueContract {}
