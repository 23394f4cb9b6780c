package io.clientele.bootstrap.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.clientele.bootstrap.dashboard.DashboardTestbed.Part;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

/** Balances, transfers, assets and the ledger's reconciliation. */
@ExtendWith(DashboardExtension.class)
class DashboardLedgerIT {
  private static final JsonMapper JSON = new JsonMapper();

  private final DashboardTestbed stage;
  private String account = "";
  private String transfer = "";

  DashboardLedgerIT(DashboardTestbed stage) {
    this.stage = stage;
  }

  /** An account with 12.50 of a currency. */
  @BeforeEach
  void anAccountWithABalance() throws Exception {
    stage.service().post("/v1/assets", "{\"code\":\"EUR\",\"scale\":2,\"kind\":\"money\"}");
    account = stage.service().open("Holder " + UUID.randomUUID());
    var pocket = made("/v1/accounts/" + account + "/pockets", pocket("main", "0"));
    var house = made("/v1/pockets", pocket("h" + account.substring(28), null));
    transfer = UUID.randomUUID().toString();
    stage
        .service()
        .post(
            "/v1/transfer-batches",
            """
            {"transfers":[{"id":"%s","kind":"posted","reason":"top-up",\
            "legs":[{"from":"%s","to":"%s","asset":"EUR","amount":"12.50"}]}]}\
            """
                .formatted(transfer, house, pocket));
  }

  @Test
  void anAccountShowsItsPocketsTheirEntriesAndItsWorth() {
    try (var visitor = stage.visitor(Part.AUDITOR, "/accounts/" + account)) {
      var balances = visitor.page.locator("section", holding("Balances"));
      assertThat(balances.locator("tbody tr")).containsText("12.50");
      assertThat(balances).containsText("Worth");
      balances.getByRole(AriaRole.BUTTON, named("main EUR")).click();
      assertThat(balances.locator(".entry")).containsText("+12.50 EUR");
      balances.locator(".entry a").click();
      visitor.isAt("/transfers\\?open=" + transfer);
      assertThat(visitor.page.getByLabel("Transfer", exact())).containsText("top-up");
    }
  }

  @Test
  void aTransferIsFoundAndReversed() {
    try (var visitor = stage.visitor(Part.OPERATOR, "/transfers")) {
      visitor.page.getByLabel("Find by transfer ID").fill(transfer);
      visitor.page.keyboard().press("Enter");
      assertThat(visitor.page.getByLabel("Transfer", exact())).containsText("top-up");
      visitor.button("Reverse").click();
      visitor.dialog().getByLabel("Reason").fill("refund");
      visitor.dialog().getByText("Reverse", new Locator.GetByTextOptions().setExact(true)).click();
      visitor.isTold("Transfer reversed.");
      assertThat(visitor.page.getByLabel("Transfer", exact())).containsText("Reversal");
      visitor.open("/accounts/" + account);
      assertThat(visitor.page.locator("section", holding("Balances")).locator("tbody tr"))
          .containsText("0.00");
    }
  }

  @Test
  void anAssetIsDefinedAndPricedAndTheLedgerBalances() {
    try (var visitor = stage.visitor(Part.ADMIN, "/prices")) {
      visitor.button("Define asset").click();
      visitor.dialog().getByLabel("Code").fill("gold");
      visitor.dialog().getByLabel("Kind").selectOption("asset");
      visitor.dialog().getByLabel("Decimal places").fill("4");
      visitor.dialog().locator("button[type=submit]").click();
      visitor.isTold("Asset defined.");
      assertThat(visitor.row("GOLD")).containsText("4");
      visitor.button("Record price").click();
      visitor.dialog().getByLabel("Asset").selectOption("GOLD");
      visitor.dialog().getByLabel("Priced in").selectOption("EUR");
      visitor
          .dialog()
          .getByLabel("Price", new Locator.GetByLabelOptions().setExact(true))
          .fill("61,25");
      visitor.dialog().locator("button[type=submit]").click();
      visitor.isTold("Price recorded.");
      visitor.open("/ledger");
      assertThat(visitor.page.getByText("Balanced", new Page.GetByTextOptions().setExact(true)))
          .isVisible();
      assertThat(visitor.row("EUR")).containsText("0.00");
    }
  }

  private String made(String path, String body) throws Exception {
    return JSON.readTree(stage.service().post(path, body).body()).path("id").asString();
  }

  private static String pocket(String name, String floor) {
    return "{\"asset\":\"EUR\",\"name\":\"%s\",\"floor\":%s}"
        .formatted(name, floor == null ? "null" : "\"" + floor + "\"");
  }

  private static Page.LocatorOptions holding(String heading) {
    return new Page.LocatorOptions().setHasText(heading);
  }

  private static Locator.GetByRoleOptions named(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Page.GetByLabelOptions exact() {
    return new Page.GetByLabelOptions().setExact(true);
  }
}
