/**
 * Stores and selects the values by which accounts are listed. The module does not export this
 * package. Start at {@link io.clientele.jdbc.account.search.SearchRows}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.jdbc.account.search;
