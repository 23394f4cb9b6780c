package io.clientele.application.ledger;

import static io.clientele.domain.ledger.LedgerPermission.ADMINISTER_LEDGER;
import static io.clientele.domain.ledger.LedgerPermission.CHANGE_POCKETS;

import io.clientele.application.ledger.posting.KnownAssets;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.kernel.account.AccountStanding;
import io.clientele.domain.kernel.account.AccountStandings;
import io.clientele.domain.ledger.AssetCode;
import io.clientele.domain.ledger.Pocket;
import io.clientele.domain.ledger.PocketId;
import io.clientele.domain.ledger.Pockets;
import io.clientele.domain.ledger.transfer.Balance;
import java.math.BigInteger;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Opens a pocket of an account or of the house. */
public final class OpenPocket {
  private final Pockets pockets;
  private final KnownAssets assets;
  private final AccountStandings accounts;
  private final RandomGenerator random;
  private final InstantSource clock;

  public OpenPocket(
      Pockets pockets,
      KnownAssets assets,
      AccountStandings accounts,
      RandomGenerator random,
      InstantSource clock) {
    this.pockets = Objects.requireNonNull(pockets, "pockets");
    this.assets = Objects.requireNonNull(assets, "assets");
    this.accounts = Objects.requireNonNull(accounts, "accounts");
    this.random = Objects.requireNonNull(random, "random");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /** The fields of a new pocket. */
  public record Request(AssetCode asset, String name, FloorRequest floor) {
    public Request {
      Objects.requireNonNull(asset, "asset");
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(floor, "floor");
    }
  }

  /**
   * Opens a pocket with a balance of 0. The floor is 0 if the request names none.
   *
   * @param owner null for the house
   * @param request read once the account is found
   * @throws InvalidValue if the request breaks a rule
   */
  public Outcome open(Actor actor, @Nullable AccountId owner, Supplier<Request> request) {
    if (!actor.may(owner == null ? ADMINISTER_LEDGER : CHANGE_POCKETS)) {
      return new Outcome.Denied();
    }
    var standing = owner == null ? AccountStanding.ACTIVE : accounts.of(owner);
    return switch (standing) {
      case ABSENT -> new Outcome.NoSuchAccount();
      case ERASED -> new Outcome.AccountErased();
      case ACTIVE, SUSPENDED, CLOSED ->
          open(actor, owner, request.get(), standing == AccountStanding.CLOSED);
    };
  }

  private Outcome open(Actor actor, @Nullable AccountId owner, Request request, boolean isClosed) {
    var by = actor.acts(clock.instant());
    var asset =
        assets
            .find(request.asset)
            .orElseThrow(() -> new InvalidValue("asset", "must be the code of an asset"));
    var floor = request.floor.resolve(asset, BigInteger.ZERO);
    var id = PocketId.of(by.at(), random);
    var pocket = new Pocket(id, owner, asset, request.name, floor, Pocket.Status.OPEN, 0);
    if (request.floor.isGiven() && !actor.may(ADMINISTER_LEDGER)) {
      return new Outcome.Denied();
    }
    return isClosed ? new Outcome.AccountClosed() : store(pocket, by);
  }

  private Outcome store(Pocket pocket, Provenance by) {
    return switch (pockets.open(Pocket.open(pocket, by))) {
      case STORED -> new Outcome.Opened(empty(pocket, by));
      case EXISTS -> new Outcome.Exists();
      case OWNER_ENDED -> new Outcome.AccountClosed();
    };
  }

  private static PocketBalance empty(Pocket pocket, Provenance by) {
    var stored = pocket.at(1);
    var nothing = new Balance(pocket.id(), BigInteger.ZERO, BigInteger.ZERO, 0, by.at());
    return new PocketBalance(stored, nothing);
  }

  /** The outcome of a call. */
  public sealed interface Outcome {
    /** The pocket is stored. */
    record Opened(PocketBalance pocket) implements Outcome {
      public Opened {
        Objects.requireNonNull(pocket, "pocket");
      }

      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.opened(this);
      }
    }

    /** The actor may not open such a pocket. */
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

    /** The account is closed. */
    record AccountClosed() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.accountClosed(this);
      }
    }

    /** The account is erased. */
    record AccountErased() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.accountErased(this);
      }
    }

    /** The owner has a pocket of this asset and name. */
    record Exists() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.exists(this);
      }
    }

    /** Calls the method of the visitor for this case, and returns its result. */
    <R extends @Nullable Object> R accept(Visitor<R> visitor);

    /** One method for each case, so that the compiler finds a case that is not handled. */
    interface Visitor<R extends @Nullable Object> {
      R opened(Opened opened);

      R denied(Denied denied);

      R noSuchAccount(NoSuchAccount noSuchAccount);

      R accountClosed(AccountClosed accountClosed);

      R accountErased(AccountErased accountErased);

      R exists(Exists exists);
    }
  }
}
