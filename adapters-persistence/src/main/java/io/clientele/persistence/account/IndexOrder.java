package io.clientele.persistence.account;

import io.clientele.domain.account.AccountOrder;
import io.clientele.domain.account.PagePosition;
import io.clientele.domain.kernel.AccountId;
import io.clientele.persistence.jdbc.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;

/** An order of accounts as a walk along an index, and the places on it. */
enum IndexOrder {
  CREATED("account.created_at", "account.id", "account"),
  NAME("account.name_folded", "account.id", "account"),
  VIEWS(
      "account_rank.views",
      "account_rank.account_id",
      "account_rank JOIN account ON account.id = account_rank.account_id AND account.status ="
          + " account_rank.status");

  /** The sort column. */
  final String value;

  /** The column that orders equal rows. */
  final String id;

  /** The tables of both columns. */
  final String from;

  IndexOrder(String value, String id, String from) {
    this.value = value;
    this.id = id;
    this.from = from;
  }

  static IndexOrder of(AccountOrder order) {
    return switch (order) {
      case CREATED, CREATED_DESCENDING -> CREATED;
      case NAME, NAME_DESCENDING -> NAME;
      case VIEWS, VIEWS_DESCENDING -> VIEWS;
    };
  }

  static boolean isBackwards(AccountOrder order) {
    return switch (order) {
      case CREATED, NAME, VIEWS -> false;
      case CREATED_DESCENDING, NAME_DESCENDING, VIEWS_DESCENDING -> true;
    };
  }

  /** The column whose index begins with it. */
  String status() {
    return this == VIEWS ? "account_rank.status" : "account.status";
  }

  PagePosition place(ResultSet row, AccountId id) throws SQLException {
    return switch (this) {
      case CREATED -> new PagePosition.Created(Timestamps.instant(row, AccountRow.WIDTH + 1), id);
      case NAME -> new PagePosition.Named(row.getString(AccountRow.WIDTH + 1), id);
      case VIEWS -> new PagePosition.Viewed(row.getLong(AccountRow.WIDTH + 1), id);
    };
  }

  /** The sorted value of a place, as it is bound. */
  static Object value(PagePosition place) {
    return switch (place) {
      case PagePosition.Created(var at, _) -> Timestamps.of(at);
      case PagePosition.Named(var folded, _) -> folded;
      case PagePosition.Viewed(var views, _) -> views;
    };
  }
}
