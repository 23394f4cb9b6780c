package io.clientele.http.testing.context;

import io.clientele.application.account.ReadAccountStanding;
import io.clientele.application.ledger.AmendPocket;
import io.clientele.application.ledger.DefineAsset;
import io.clientele.application.ledger.ListAssets;
import io.clientele.application.ledger.ListEntries;
import io.clientele.application.ledger.ListPockets;
import io.clientele.application.ledger.OpenPocket;
import io.clientele.application.ledger.ReconcileLedger;
import io.clientele.application.ledger.RecordPrice;
import io.clientele.application.ledger.ShowBalance;
import io.clientele.application.ledger.ShowPocket;
import io.clientele.application.ledger.ShowPortfolio;
import io.clientele.application.ledger.posting.KnownAssets;
import io.clientele.application.ledger.posting.PostingPolicy;
import io.clientele.application.ledger.posting.TransferPosting;
import io.clientele.application.ledger.posting.TransferViews;
import io.clientele.application.ledger.transfer.ListTransfers;
import io.clientele.application.ledger.transfer.PostTransfer;
import io.clientele.application.ledger.transfer.PostTransferBatch;
import io.clientele.application.ledger.transfer.RehearseTransfer;
import io.clientele.application.ledger.transfer.ShowTransfer;
import io.clientele.http.ledger.AssetRoutes;
import io.clientele.http.ledger.LedgerReconciliationRoutes;
import io.clientele.http.ledger.PocketHistoryRoutes;
import io.clientele.http.ledger.PocketRoutes;
import io.clientele.http.ledger.PortfolioRoutes;
import io.clientele.http.ledger.PriceRoutes;
import io.clientele.http.ledger.transfer.TransferBatchRoutes;
import io.clientele.http.ledger.transfer.TransferRoutes;
import io.clientele.http.route.RouteGroup;
import io.clientele.inmemory.ledger.InMemoryAssets;
import io.clientele.inmemory.ledger.InMemoryLedger;
import io.clientele.inmemory.ledger.InMemoryLedgerProof;
import io.clientele.inmemory.ledger.InMemoryPocketClosing;
import io.clientele.inmemory.ledger.InMemoryPrices;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** The ledger of a service in memory. Customers post for the reason {@code pay}. */
public final class InMemoryLedgerContext implements InMemoryContext {
  private static final InstantSource CLOCK = InstantSource.system();

  private final InMemoryLedger ledger;
  private final InMemoryAssets assets;
  private final InMemoryPrices prices;

  private final InMemoryParts parts;

  /** Stores with the changes of the service, which ask it before an account is closed or erased. */
  InMemoryLedgerContext(InMemoryParts parts) {
    this.parts = parts;
    var changes = parts.changes();
    ledger = new InMemoryLedger(changes, CLOCK);
    assets = new InMemoryAssets(changes);
    prices = new InMemoryPrices(changes, ledger, CLOCK);
    var closing = new InMemoryPocketClosing(ledger);
    changes.addVeto(closing);
    changes.addEraser(closing);
  }

  public InMemoryLedger ledger() {
    return ledger;
  }

  InMemoryAssets assets() {
    return assets;
  }

  @Override
  public List<RouteGroup> routes() {
    var standings = new ReadAccountStanding(parts.context(InMemoryAccountContext.class).store());
    var known = new KnownAssets(assets);
    var views = new TransferViews(known, ledger);
    var policy = new PostingPolicy(ledger, standings, Set.of("pay"));
    var posting = new TransferPosting(ledger, policy, views, known, ledger);
    return List.of(
        new AssetRoutes(new DefineAsset(assets, CLOCK), new ListAssets(assets)),
        new PocketRoutes(
            new OpenPocket(ledger, known, standings, new SecureRandom(), CLOCK),
            new ListPockets(ledger, ledger, standings),
            new ShowPocket(ledger, ledger),
            new AmendPocket(ledger, ledger, CLOCK)),
        new PocketHistoryRoutes(new ListEntries(ledger, ledger), new ShowBalance(ledger, ledger)),
        new PriceRoutes(new RecordPrice(prices, known, CLOCK)),
        new PortfolioRoutes(new ShowPortfolio(prices, known, standings)),
        new LedgerReconciliationRoutes(new ReconcileLedger(new InMemoryLedgerProof(ledger, CLOCK))),
        new TransferBatchRoutes(new PostTransferBatch(posting), parts.limits()),
        new TransferRoutes(
            new PostTransfer(posting),
            new RehearseTransfer(posting),
            new ShowTransfer(ledger, views),
            new ListTransfers(ledger, ledger, views, standings)));
  }

  @Override
  public void startOutage() {
    ledger.startOutage();
    assets.startOutage();
  }

  @Override
  public void endOutage() {
    ledger.endOutage();
    assets.endOutage();
  }
}
