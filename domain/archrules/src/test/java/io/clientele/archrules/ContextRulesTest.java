package io.clientele.archrules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.Test;

class ContextRulesTest {
  private static final ContextRules MARKET = market(Market.MAP);

  @Test
  void contextsThatKeepTheMapPass() {
    assertThatCode(() -> MARKET.demandNamed().check(Market.with())).doesNotThrowAnyException();
  }

  @Test
  void anUndeclaredEdgeIsReportedWithAnExampleAndAFix() {
    assertThat(report(MARKET, Market.with("web.client.SeesStock")))
        .startsWith("[contexts] contexts use each other along the text, but")
        .contains(
            "client -> stock: " + Market.WEB + ".client.SeesStock uses " + Market.DOMAIN,
            ".stock.Item (SeesStock.java:",
            "add stock to the line of client in the text")
        .doesNotContain("more class pair");
  }

  @Test
  void twoClassPairsOnOneEdgeAreOneViolation() {
    assertThat(report(MARKET, Market.with("web.client.SeesStock", "web.client.SeesStockToo")))
        .containsOnlyOnce("client -> stock")
        .contains("and 1 more class pair;");
  }

  @Test
  void anEdgeAgainstTheMapCannotBeAddedToIt() {
    assertThat(report(MARKET, Market.with("domain.client.SeesOrders")))
        .contains("client -> order: ", "order already uses client, so the map cannot allow it")
        .doesNotContain("add order");
  }

  @Test
  void aSharedPackageMayUseNoContextUnlessTheMapSaysSo() {
    var classes = Market.with("web.server.SeesClients");
    assertThat(report(MARKET, classes))
        .contains(
            Market.WEB + ".server -> client: ", "write \"" + Market.WEB + ".server = client\"");
    var allowed = Market.MAP.replace(".server =", ".server = client");
    assertThat(report(market(allowed), classes)).isEmpty();
  }

  @Test
  void theRootOfALayerIsASharedPackage() {
    var silent = Market.MAP.replace(Market.WEB + " = *\n", "");
    assertThat(report(market(silent), Market.with()))
        .contains(Market.WEB + " -> order: " + Market.WEB + ".WebMain uses ");
  }

  @Test
  void generatedClassesAreNotChecked() {
    assertThat(report(MARKET, Market.with("web.client.Wiring"))).isEmpty();
  }

  @Test
  void usesAreNotTransitive() {
    var chain = Market.MAP.replace("stock =", "stock = client").replace("client, stock", "stock");
    assertThat(report(market(chain), Market.with())).contains("order -> client: ");
  }

  @Test
  void aPackageThatTheMapDoesNotNameIsSharedOrIsReportedIfAsked() {
    var classes = Market.with("web.shop.Basket");
    assertThat(report(MARKET, classes)).isEmpty();
    assertThat(report(MARKET.demandNamed(), classes))
        .contains("[every-package-is-named]", "Package " + Market.WEB + ".shop is not named");
  }

  @Test
  void aContextOrASharedPackageWithoutAClassIsReportedBeforeAnyRule() {
    var misspelt = Market.MAP + "stork =\n" + Market.WEB + ".sever =\n";
    assertThat(report(market(misspelt), Market.with("web.client.SeesStock")))
        .contains("stork is named in the text and holds no imported class")
        .contains(Market.WEB + ".sever is named in the text and holds no imported class")
        .doesNotContain("[contexts]");
  }

  @Test
  void aLayerWithoutAClassIsReportedBeforeAnyRule() {
    var misspelt =
        ContextRules.of(
                ContextMap.parse(Market.MAP), Market.DOMAIN, Market.WEB, Market.ROOT + ".wbe")
            .withTests();
    assertThat(report(misspelt, Market.with("web.client.SeesStock")))
        .contains("package " + Market.ROOT + ".wbe is named and holds no imported class")
        .doesNotContain("[contexts]");
  }

  @Test
  void aClassBelongsToTheInnermostOfNestedLayers() {
    var map = ContextMap.parse("client =\norder = client\n" + Market.WEB + " = *");
    assertThat(report(ContextRules.of(map, Market.ROOT, Market.WEB).withTests(), Market.with()))
        .isEmpty();
  }

  @Test
  void theRootOfALayerIsNoContextEvenIfItHasTheName() {
    var rules =
        ContextRules.of(ContextMap.parse("client ="), Market.DOMAIN + ".client").withTests();
    assertThat(report(rules, Market.with()))
        .isEqualTo("client is named in the text and holds no imported class");
  }

  @Test
  void layersAreDistinctAndThereIsOne() {
    var map = ContextMap.parse(Market.MAP);
    assertThatThrownBy(() -> ContextRules.of(map)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ContextRules.of(map, "a", "a"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anExcludedRuleReportsNothing() {
    var classes = Market.with("web.client.SeesStock");
    assertThat(report(MARKET.without("contexts"), classes)).isEmpty();
    assertThat(MARKET.rules()).containsOnlyKeys("contexts");
    assertThatThrownBy(() -> MARKET.without("context"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void testClassesAreNotCheckedUnlessAsked() {
    var rules = ContextRules.of(ContextMap.parse(Market.MAP), Market.DOMAIN, Market.WEB);
    assertThat(report(rules, Market.with()))
        .contains("package " + Market.DOMAIN + " is named and holds no imported class");
  }

  private static ContextRules market(String map) {
    return ContextRules.of(ContextMap.parse(map), Market.DOMAIN, Market.WEB).withTests();
  }

  private static String report(ContextRules contexts, JavaClasses classes) {
    try {
      contexts.check(classes);
      return "";
    } catch (AssertionError e) {
      return e.getMessage();
    }
  }
}
