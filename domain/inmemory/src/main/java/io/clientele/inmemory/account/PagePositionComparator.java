package io.clientele.inmemory.account;

import io.clientele.domain.account.Account;
import io.clientele.domain.account.AccountOrder;
import io.clientele.domain.account.PagePosition;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.text.Folding;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.ToLongFunction;

/** Compares page positions in the order of a list. */
final class PagePositionComparator implements Comparator<PagePosition> {
  private static final Comparator<PagePosition.Created> BY_CREATION =
      Comparator.comparing(PagePosition.Created::at).thenComparing(PagePosition::id);
  private static final Comparator<PagePosition.Named> BY_NAME =
      Comparator.comparing(PagePosition.Named::folded, PagePositionComparator::byCodePoint)
          .thenComparing(PagePosition::id);
  private static final Comparator<PagePosition.Viewed> BY_VIEWS =
      Comparator.comparingLong(PagePosition.Viewed::views).thenComparing(PagePosition::id);

  private final AccountOrder order;
  private final ToLongFunction<AccountId> views;

  PagePositionComparator(AccountOrder order, ToLongFunction<AccountId> views) {
    this.order = order;
    this.views = views;
  }

  /** An account and its position, read once, because views may grow while a list is sorted. */
  record Placed(Account account, PagePosition place) {}

  Placed placed(Account account) {
    return new Placed(account, place(account));
  }

  @Override
  public int compare(PagePosition one, PagePosition other) {
    return switch (order) {
      case CREATED, NAME, VIEWS -> ascending(one, other);
      case CREATED_DESCENDING, NAME_DESCENDING, VIEWS_DESCENDING -> ascending(other, one);
    };
  }

  private PagePosition place(Account account) {
    var id = account.id();
    return switch (order) {
      case CREATED, CREATED_DESCENDING -> new PagePosition.Created(account.createdAt(), id);
      case NAME, NAME_DESCENDING ->
          new PagePosition.Named(Folding.folded(account.profile().name().value()), id);
      case VIEWS, VIEWS_DESCENDING -> new PagePosition.Viewed(views.applyAsLong(id), id);
    };
  }

  private int ascending(PagePosition one, PagePosition other) {
    return switch (order) {
      case CREATED, CREATED_DESCENDING ->
          BY_CREATION.compare((PagePosition.Created) one, (PagePosition.Created) other);
      case NAME, NAME_DESCENDING ->
          BY_NAME.compare((PagePosition.Named) one, (PagePosition.Named) other);
      case VIEWS, VIEWS_DESCENDING ->
          BY_VIEWS.compare((PagePosition.Viewed) one, (PagePosition.Viewed) other);
    };
  }

  /** Compares as a database compares UTF-8; Java's own order differs above U+FFFF. */
  private static int byCodePoint(String one, String other) {
    return Arrays.compareUnsigned(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
