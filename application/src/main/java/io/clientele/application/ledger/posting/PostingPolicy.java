package io.clientele.application.ledger.posting;

import io.clientele.application.ledger.posting.TransferRequest.Content;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.account.AccountStanding;
import io.clientele.domain.kernel.account.AccountStandings;
import io.clientele.domain.ledger.LedgerPermission;
import io.clientele.domain.ledger.Pocket;
import io.clientele.domain.ledger.PocketId;
import io.clientele.domain.ledger.Pockets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides which transfers an actor may post. A customer moves amounts at once, out of its own
 * pockets, for allowed reasons, and only while its account is active. Safe for use by many threads.
 */
public final class PostingPolicy {
  private final Pockets pockets;
  private final AccountStandings accounts;
  private final Set<String> customerReasons;

  /**
   * A policy over these pockets and accounts.
   *
   * @param customerReasons the reasons for which customers may post
   */
  public PostingPolicy(Pockets pockets, AccountStandings accounts, Set<String> customerReasons) {
    Objects.requireNonNull(customerReasons, "customerReasons");
    this.pockets = Objects.requireNonNull(pockets, "pockets");
    this.accounts = Objects.requireNonNull(accounts, "accounts");
    this.customerReasons = Set.copyOf(customerReasons);
  }

  /** Returns whether the actor may post such transfers at all. */
  boolean permits(Actor actor, List<TransferRequest> requests) {
    if (actor.may(LedgerPermission.POST_ALL_TRANSFERS)) {
      return true;
    }
    var own = actor.ownAccount();
    return actor.may(LedgerPermission.POST_TRANSFER)
        && own != null
        && requests.stream().allMatch(this::isForCustomers)
        && accounts.of(own) == AccountStanding.ACTIVE;
  }

  private boolean isForCustomers(TransferRequest request) {
    return request.content() instanceof Content.Move move
        && move.expiresIn() == null
        && customerReasons.contains(request.note().reason());
  }

  /**
   * Returns those payers that do not exist for the actor: to a customer a foreign pocket is an
   * absent one.
   */
  Set<PocketId> hiddenPayers(Actor actor, Collection<TransferRequest> requests) {
    if (actor.may(LedgerPermission.POST_ALL_TRANSFERS)) {
      return Set.of();
    }
    var payers =
        requests.stream()
            .map(TransferRequest::content)
            .filter(Content.Move.class::isInstance)
            .flatMap(content -> ((Content.Move) content).legs().stream())
            .map(TransferRequest.LegRequest::from)
            .collect(Collectors.toCollection(HashSet<PocketId>::new));
    pockets.findAll(payers).values().stream()
        .filter(pocket -> isOwn(actor, pocket))
        .forEach(pocket -> payers.remove(pocket.id()));
    return payers;
  }

  private static boolean isOwn(Actor actor, Pocket pocket) {
    return pocket.owner() != null && pocket.owner().equals(actor.ownAccount());
  }
}
