package io.clientele.testkit;

import io.clientele.domain.Folding;
import io.clientele.domain.account.Account;
import io.clientele.domain.account.AccountId;
import io.clientele.domain.account.AccountOrder;
import io.clientele.domain.account.Place;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.ToLongFunction;

/** Where accounts stand in an order. */
final class Sorting implements Comparator<Place> {
  private static final Comparator<Place.Created> BY_CREATION =
      Comparator.comparing(Place.Created::at).thenComparing(Place::id);
  private static final Comparator<Place.Named> BY_NAME =
      Comparator.comparing(Place.Named::folded, Sorting::byCodePoint).thenComparing(Place::id);
  private static final Comparator<Place.Viewed> BY_VIEWS =
      Comparator.comparingLong(Place.Viewed::views).thenComparing(Place::id);

  private final AccountOrder order;
  private final ToLongFunction<AccountId> views;

  Sorting(AccountOrder order, ToLongFunction<AccountId> views) {
    this.order = order;
    this.views = views;
  }

  /** An account and its place, which is looked up once: views may grow while a list is sorted. */
  record Placed(Account account, Place place) {}

  Placed placed(Account account) {
    return new Placed(account, place(account));
  }

  @Override
  public int compare(Place one, Place other) {
    return switch (order) {
      case CREATED, NAME, VIEWS -> ascending(one, other);
      case CREATED_DESCENDING, NAME_DESCENDING, VIEWS_DESCENDING -> ascending(other, one);
    };
  }

  private Place place(Account account) {
    var id = account.id();
    return switch (order) {
      case CREATED, CREATED_DESCENDING -> new Place.Created(account.createdAt(), id);
      case NAME, NAME_DESCENDING ->
          new Place.Named(Folding.folded(account.profile().name().value()), id);
      case VIEWS, VIEWS_DESCENDING -> new Place.Viewed(views.applyAsLong(id), id);
    };
  }

  private int ascending(Place one, Place other) {
    return switch (order) {
      case CREATED, CREATED_DESCENDING ->
          BY_CREATION.compare((Place.Created) one, (Place.Created) other);
      case NAME, NAME_DESCENDING -> BY_NAME.compare((Place.Named) one, (Place.Named) other);
      case VIEWS, VIEWS_DESCENDING -> BY_VIEWS.compare((Place.Viewed) one, (Place.Viewed) other);
    };
  }

  /** As a database compares bytes of UTF-8; Java's own order differs beyond U+FFFF. */
  private static int byCodePoint(String one, String other) {
    return Arrays.compareUnsigned(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
