package io.clientele.application.ledger;

import io.clientele.application.ledger.posting.KnownAssets;
import io.clientele.application.ledger.posting.PocketAccess;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.account.AccountStanding;
import io.clientele.domain.kernel.account.AccountStandings;
import io.clientele.domain.ledger.AssetCode;
import io.clientele.domain.ledger.LedgerPermission;
import io.clientele.domain.ledger.price.Portfolio;
import io.clientele.domain.ledger.price.Prices;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Shows the portfolio of an account. */
public final class ShowPortfolio {
  private final Prices prices;
  private final KnownAssets assets;
  private final AccountStandings accounts;

  public ShowPortfolio(Prices prices, KnownAssets assets, AccountStandings accounts) {
    this.prices = Objects.requireNonNull(prices, "prices");
    this.assets = Objects.requireNonNull(assets, "assets");
    this.accounts = Objects.requireNonNull(accounts, "accounts");
  }

  /** Returns the portfolio of the account, valued in the quote asset. */
  public Outcome show(Actor actor, AccountId account, AssetCode quote) {
    if (!actor.may(LedgerPermission.VIEW_POCKETS)) {
      return new Outcome.Denied();
    }
    if (!PocketAccess.maySeePocketsOf(actor, account)
        || accounts.of(account) == AccountStanding.ABSENT) {
      return new Outcome.NoSuchAccount();
    }
    return assets
        .find(quote)
        .<Outcome>map(asset -> new Outcome.Shown(prices.portfolio(account, asset)))
        .orElseGet(Outcome.NoSuchQuote::new);
  }

  /** The outcome of a call. */
  public sealed interface Outcome {
    /** The portfolio. */
    record Shown(Portfolio portfolio) implements Outcome {
      public Shown {
        Objects.requireNonNull(portfolio, "portfolio");
      }

      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.shown(this);
      }
    }

    /** The actor may not see portfolios. */
    record Denied() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.denied(this);
      }
    }

    /** There is no such account. */
    record NoSuchAccount() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.noSuchAccount(this);
      }
    }

    /** There is no asset of the quote's code. */
    record NoSuchQuote() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.noSuchQuote(this);
      }
    }

    /** Calls the method of the visitor for this case, and returns its result. */
    <R extends @Nullable Object> R accept(Visitor<R> visitor);

    /** One method for each case, so that the compiler finds a case that is not handled. */
    interface Visitor<R extends @Nullable Object> {
      R shown(Shown shown);

      R denied(Denied denied);

      R noSuchAccount(NoSuchAccount noSuchAccount);

      R noSuchQuote(NoSuchQuote noSuchQuote);
    }
  }
}
