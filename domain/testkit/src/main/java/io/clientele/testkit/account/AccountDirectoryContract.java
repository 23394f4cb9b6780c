package io.clientele.testkit.account;

/**
 * Stored accounts are listed, paged and found by a search. Implement this contract in the test of
 * your {@link io.clientele.domain.account.AccountDirectory}, beside {@link AccountsContract}: tests
 * fill the directory through a store of accounts.
 *
 * <p>The exact bound of a list's total, 10,000 accounts, is left to tests of your own: to fill a
 * store through the port takes too long.
 */
public interface AccountDirectoryContract
    extends AccountsListContract,
        AccountsPagingContract,
        AccountsSearchContract,
        AccountsExactSearchContract,
        AccountsFoldingContract,
        ErasedAccountsListContract {}
