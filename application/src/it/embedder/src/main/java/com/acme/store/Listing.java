package com.acme.store;

import io.clientele.domain.account.Account;
import io.clientele.domain.account.AccountFilter;
import io.clientele.domain.account.AccountOrder;
import io.clientele.domain.account.AccountPage;
import io.clientele.domain.account.AccountQuery;
import io.clientele.domain.account.ExactTerm;
import io.clientele.domain.account.PagePosition;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.text.Folding;
import io.clientele.domain.kernel.text.SearchTerm;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.function.ToLongFunction;

/** A page of accounts, by looking at all of them. */
final class Listing {
  private record Placed(Account account, PagePosition place) {}

  private Listing() {}

  static AccountPage of(
      Collection<Account> accounts, AccountQuery query, ToLongFunction<AccountId> views) {
    var order = inOrder(query.order());
    var selected =
        accounts.stream()
            .filter(account -> isSelected(account, query.filter()))
            .map(account -> new Placed(account, place(account, query.order(), views)))
            .sorted(Comparator.comparing(Placed::place, order))
            .toList();
    var rest =
        selected.stream()
            .filter(it -> query.after() == null || order.compare(it.place(), query.after()) > 0)
            .toList();
    var page = rest.stream().limit(query.limit()).toList();
    return new AccountPage(
        page.stream().map(Placed::account).toList(),
        page.size() == rest.size() ? null : page.get(page.size() - 1).place(),
        query.withTotal() ? total(selected.size()) : null);
  }

  private static AccountPage.Total total(int count) {
    var max = AccountPage.Total.EXACT_MAX;
    return new AccountPage.Total(Math.min(count, max), count <= max);
  }

  private static boolean isSelected(Account account, AccountFilter filter) {
    var created = account.createdAt();
    return (filter.status() == null ? account.isOpen() : account.status() == filter.status())
        && (filter.email() == null || filter.email().equals(account.profile().email()))
        && (filter.createdFrom() == null || !created.isBefore(filter.createdFrom()))
        && (filter.createdTo() == null || created.isBefore(filter.createdTo()))
        && (filter.text() == null
            || matches(account.profile().name().value(), filter.text())
            || matches(account.profile().email().value(), filter.text())
            || ExactTerm.of(filter.text()).isFoundIn(account));
  }

  private static boolean matches(String value, String text) {
    return SearchTerm.of(text).isFoundIn(Folding.folded(value));
  }

  private static PagePosition place(
      Account account, AccountOrder order, ToLongFunction<AccountId> views) {
    return switch (order) {
      case CREATED, CREATED_DESCENDING ->
          new PagePosition.Created(account.createdAt(), account.id());
      case NAME, NAME_DESCENDING ->
          new PagePosition.Named(Folding.folded(account.profile().name().value()), account.id());
      case VIEWS, VIEWS_DESCENDING ->
          new PagePosition.Viewed(views.applyAsLong(account.id()), account.id());
    };
  }

  private static Comparator<PagePosition> inOrder(AccountOrder order) {
    Comparator<PagePosition> ascending = Listing::compare;
    return order.name().endsWith("_DESCENDING") ? ascending.reversed() : ascending;
  }

  private static int compare(PagePosition one, PagePosition other) {
    var order = 0;
    if (one instanceof PagePosition.Created a && other instanceof PagePosition.Created b) {
      order = a.at().compareTo(b.at());
    } else if (one instanceof PagePosition.Named a && other instanceof PagePosition.Named b) {
      order = byCodePoint(a.folded(), b.folded());
    } else if (one instanceof PagePosition.Viewed a && other instanceof PagePosition.Viewed b) {
      order = Long.compare(a.views(), b.views());
    }
    return order != 0 ? order : one.id().compareTo(other.id());
  }

  private static int byCodePoint(String one, String other) {
    return Arrays.compare(one.codePoints().toArray(), other.codePoints().toArray());
  }
}
