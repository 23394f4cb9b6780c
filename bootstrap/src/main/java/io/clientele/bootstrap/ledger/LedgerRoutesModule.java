package io.clientele.bootstrap.ledger;

import dagger.Module;
import dagger.Provides;
import dagger.multibindings.IntoSet;
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
import io.clientele.bootstrap.config.Config;
import io.clientele.bootstrap.config.ContextSetting;
import io.clientele.bootstrap.config.SettingGroup;
import io.clientele.domain.kernel.account.AccountStandings;
import io.clientele.domain.ledger.Assets;
import io.clientele.domain.ledger.Pockets;
import io.clientele.domain.ledger.price.Prices;
import io.clientele.domain.ledger.proof.LedgerProof;
import io.clientele.domain.ledger.transfer.Ledger;
import io.clientele.domain.ledger.transfer.TransferNote;
import io.clientele.http.ledger.AssetRoutes;
import io.clientele.http.ledger.LedgerReconciliationRoutes;
import io.clientele.http.ledger.PocketHistoryRoutes;
import io.clientele.http.ledger.PocketRoutes;
import io.clientele.http.ledger.PortfolioRoutes;
import io.clientele.http.ledger.PriceRoutes;
import io.clientele.http.ledger.transfer.TransferBatchRoutes;
import io.clientele.http.ledger.transfer.TransferRoutes;
import io.clientele.http.limits.RequestRateLimiter;
import io.clientele.http.route.RouteGroup;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The routes of the ledger, their use cases and their settings. */
@Module
interface LedgerRoutesModule {
  ContextSetting<Set<String>> CUSTOMER_REASONS =
      ContextSetting.of(
          "LEDGER_CUSTOMER_REASONS",
          "",
          "Comma list of reasons for which customers may post transfers out of their own pockets;"
              + " empty: none",
          LedgerRoutesModule::reasons);

  private static Set<String> reasons(String text) {
    return text.isEmpty()
        ? Set.of()
        : Arrays.stream(text.split(",", -1))
            .map(String::strip)
            .map(TransferNote::requireReason)
            .collect(Collectors.toUnmodifiableSet());
  }

  @Provides
  @IntoSet
  static SettingGroup settings() {
    return new SettingGroup("Ledger", List.of(CUSTOMER_REASONS));
  }

  @Provides
  @Singleton
  static KnownAssets knownAssets(Assets assets) {
    return new KnownAssets(assets);
  }

  @Provides
  @Singleton
  static TransferViews transferViews(KnownAssets assets, Pockets pockets) {
    return new TransferViews(assets, pockets);
  }

  @Provides
  @Singleton
  static PostingPolicy postingPolicy(Pockets pockets, AccountStandings accounts, Config config) {
    return new PostingPolicy(pockets, accounts, config.get(CUSTOMER_REASONS));
  }

  @Provides
  @Singleton
  static TransferPosting transferPosting(
      Ledger ledger,
      PostingPolicy policy,
      TransferViews views,
      KnownAssets assets,
      Pockets pockets) {
    return new TransferPosting(ledger, policy, views, assets, pockets);
  }

  @Provides
  @IntoSet
  static RouteGroup assetRoutes(Assets assets, InstantSource clock) {
    return new AssetRoutes(new DefineAsset(assets, clock), new ListAssets(assets));
  }

  @Provides
  static OpenPocket openPocket(
      Pockets pockets,
      KnownAssets assets,
      AccountStandings accounts,
      SecureRandom random,
      InstantSource clock) {
    return new OpenPocket(pockets, assets, accounts, random, clock);
  }

  @Provides
  @IntoSet
  static RouteGroup pocketRoutes(
      OpenPocket open,
      Pockets pockets,
      Ledger ledger,
      AccountStandings accounts,
      InstantSource clock) {
    return new PocketRoutes(
        open,
        new ListPockets(pockets, ledger, accounts),
        new ShowPocket(pockets, ledger),
        new AmendPocket(pockets, ledger, clock));
  }

  @Provides
  @IntoSet
  static RouteGroup pocketHistoryRoutes(Pockets pockets, Ledger ledger) {
    return new PocketHistoryRoutes(
        new ListEntries(pockets, ledger), new ShowBalance(pockets, ledger));
  }

  @Provides
  @IntoSet
  static RouteGroup priceRoutes(Prices prices, KnownAssets assets, InstantSource clock) {
    return new PriceRoutes(new RecordPrice(prices, assets, clock));
  }

  @Provides
  @IntoSet
  static RouteGroup portfolioRoutes(Prices prices, KnownAssets assets, AccountStandings accounts) {
    return new PortfolioRoutes(new ShowPortfolio(prices, assets, accounts));
  }

  @Provides
  @IntoSet
  static RouteGroup reconciliationRoutes(LedgerProof proof) {
    return new LedgerReconciliationRoutes(new ReconcileLedger(proof));
  }

  @Provides
  @IntoSet
  static RouteGroup transferBatchRoutes(TransferPosting posting, RequestRateLimiter limits) {
    return new TransferBatchRoutes(new PostTransferBatch(posting), limits);
  }

  @Provides
  @IntoSet
  static RouteGroup transferRoutes(
      TransferPosting posting,
      TransferViews views,
      Ledger ledger,
      Pockets pockets,
      AccountStandings accounts) {
    return new TransferRoutes(
        new PostTransfer(posting),
        new RehearseTransfer(posting),
        new ShowTransfer(ledger, views),
        new ListTransfers(ledger, pockets, views, accounts));
  }
}
