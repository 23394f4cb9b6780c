package io.clientele.persistence.account;

import io.clientele.domain.kernel.text.SearchTerm;
import io.clientele.persistence.jdbc.TrigramText;
import java.util.List;

/**
 * A condition of SQL that selects the accounts of a search. The index over trigrams finds too many
 * rows, so each condition compares the folded columns too.
 *
 * @param sql begins with AND, or is empty
 * @param binds its values, in their order
 */
record SearchCondition(String sql, List<Object> binds) {
  /** Selects every account. */
  static final SearchCondition NONE = new SearchCondition("", List.of());

  /** The characters of a name that the index over {@code account_search_tail} leaves out. */
  private static final int BEGINNING = 3;

  private static final String IS_PART =
      " AND (strpos(account.name_folded, ?) > 0 OR strpos(account.email_folded, ?) > 0)";
  private static final String ANY_PART = " AND account.search LIKE ?" + IS_PART;
  private static final String BEGINS_SO =
      " AND account.name_folded >= ? AND account.name_folded < ?" + ANY_PART;
  private static final String BEGINS_OTHERWISE =
      " AND NOT (account.name_folded >= ? AND account.name_folded < ?)"
          + " AND account_search_tail(account.name_folded, account.email_folded, account.search)"
          + " LIKE ?"
          + IS_PART;
  private static final String BEGINNING_OF_EITHER =
      " AND (account.name_folded >= ? AND account.name_folded < ?"
          + " OR account.email_folded >= ? AND account.email_folded < ?)";

  /** One condition for all accounts that the term finds. */
  static SearchCondition of(SearchTerm term) {
    var folded = term.folded();
    if (term.isEmpty()) {
      return new SearchCondition(" AND false", List.of());
    }
    if (term.isAnyPart()) {
      return new SearchCondition(ANY_PART, List.of(TrigramText.pattern(folded), folded, folded));
    }
    var above = TrigramText.above(folded);
    return new SearchCondition(BEGINNING_OF_EITHER, List.of(folded, above, folded, above));
  }

  /**
   * Conditions of which each account that the term finds meets exactly one. Accounts whose name
   * begins like the term stand together in the order of names; a walk along all names would pass by
   * all those before them. So they are one condition, and the rest is another.
   */
  static List<SearchCondition> byName(SearchTerm term) {
    var folded = term.folded();
    if (!term.isAnyPart() || !isPlain(folded)) {
      return List.of(of(term));
    }
    var from = folded.substring(0, BEGINNING);
    var to = TrigramText.above(from);
    var binds = List.<Object>of(from, to, TrigramText.pattern(folded), folded, folded);
    return List.of(
        new SearchCondition(BEGINS_SO, binds), new SearchCondition(BEGINS_OTHERWISE, binds));
  }

  private static boolean isPlain(String folded) {
    return folded.length() >= BEGINNING
        && folded.chars().limit(BEGINNING).allMatch(TrigramText::isPlain);
  }
}
