/** Where Acme keeps accounts: {@link com.acme.store.MapAccounts}. */
package com.acme.store;
