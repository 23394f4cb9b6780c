package io.clientele.persistence.account;

import io.clientele.domain.account.ExactTerm;
import io.clientele.domain.kernel.text.SearchTerm;
import io.clientele.persistence.jdbc.TrigramText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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

  private static final String IN_EITHER =
      "(strpos(account.name_folded, ?) > 0 OR strpos(account.email_folded, ?) > 0)";
  private static final String IS_PART = " AND " + IN_EITHER;
  private static final String ANY_PART = " AND account.search LIKE ?" + IS_PART;
  private static final String BEGINS_SO =
      " AND account.name_folded >= ? AND account.name_folded < ?" + ANY_PART;
  private static final String BEGINS_OTHERWISE =
      " AND NOT (account.name_folded >= ? AND account.name_folded < ?)"
          + " AND account_search_tail(account.name_folded, account.email_folded, account.search)"
          + " LIKE ?"
          + IS_PART;
  private static final String BEGINS_EITHER =
      "(account.name_folded >= ? AND account.name_folded < ?"
          + " OR account.email_folded >= ? AND account.email_folded < ?)";

  private static final String HAS_TERM =
      " AND account.id IN (SELECT account_id FROM account_terms WHERE terms && ?::text[])";
  private static final String HAS_TERM_OR_ID =
      " AND account.id IN (SELECT account_id FROM account_terms WHERE terms && ?::text[]"
          + " UNION ALL SELECT ?::uuid)";

  /**
   * Conditions of which each account that the text finds meets exactly one: the accounts with the
   * text in the name or e-mail, and those with the text as another value.
   */
  static List<SearchCondition> of(String text) {
    var term = SearchTerm.of(text);
    return withExact(List.of(of(term)), term, ExactTerm.of(text));
  }

  /** The conditions of {@link #of(String)} for a list in the order of names. */
  static List<SearchCondition> byName(String text) {
    var term = SearchTerm.of(text);
    return withExact(byName(term), term, ExactTerm.of(text));
  }

  private static List<SearchCondition> withExact(
      List<SearchCondition> parts, SearchTerm term, ExactTerm exact) {
    return term.isEmpty()
        ? parts
        : Stream.concat(parts.stream(), Stream.of(of(term, exact))).toList();
  }

  /** Selects the accounts with the exact term that the term itself does not find. */
  private static SearchCondition of(SearchTerm term, ExactTerm exact) {
    var folded = term.folded();
    var above = TrigramText.above(folded);
    var binds = new ArrayList<Object>();
    binds.add(exact.terms().toArray(new String[0]));
    exact.id().ifPresent(id -> binds.add(id.value()));
    binds.addAll(
        term.isAnyPart() ? List.of(folded, folded) : List.of(folded, above, folded, above));
    return new SearchCondition(
        (exact.id().isPresent() ? HAS_TERM_OR_ID : HAS_TERM)
            + " AND NOT "
            + (term.isAnyPart() ? IN_EITHER : BEGINS_EITHER),
        binds);
  }

  /** One condition for all accounts that have the term in the name or e-mail. */
  private static SearchCondition of(SearchTerm term) {
    var folded = term.folded();
    if (term.isEmpty()) {
      return new SearchCondition(" AND false", List.of());
    }
    if (term.isAnyPart()) {
      return new SearchCondition(ANY_PART, List.of(TrigramText.pattern(folded), folded, folded));
    }
    var above = TrigramText.above(folded);
    return new SearchCondition(" AND " + BEGINS_EITHER, List.of(folded, above, folded, above));
  }

  /**
   * Conditions of which each account with the term in the name or e-mail meets exactly one.
   * Accounts whose name begins like the term stand together in the order of names; a walk along all
   * names would pass by all those before them. So they are one condition, and the rest is another.
   */
  private static List<SearchCondition> byName(SearchTerm term) {
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
