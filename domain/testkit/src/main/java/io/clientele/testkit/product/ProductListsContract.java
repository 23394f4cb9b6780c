package io.clientele.testkit.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.product.ProductPage;
import io.clientele.domain.product.ProductQuery;
import io.clientele.domain.product.ProductQuery.Filter;
import io.clientele.domain.product.ProductQuery.Order;
import io.clientele.domain.product.ProductStatus;
import io.clientele.domain.product.Sku;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Lists of products; a part of {@link ProductsContract}. */
public interface ProductListsContract extends ProductsUnderTest {
  /** Selects all products that are not retired. */
  Filter ALL = new Filter(Set.of(ProductStatus.DRAFT, ProductStatus.ACTIVE), null, null);

  /** The first page of all products. */
  static ProductQuery all(int limit) {
    return new ProductQuery(ALL, Order.CREATED, null, limit, true);
  }

  @Test
  default void everyOrderListsEachProductOnce() {
    var trial = new ProductTrial(this);
    for (var title : List.of("zebra", "Ärmel", "apple", "Apple", "\uD83C\uDF75 cup", "ﬀ")) {
      trial.given(title, "SKU-" + Integer.toUnsignedString(title.hashCode()));
    }
    assertThat(titles(ALL, Order.CREATED))
        .containsExactly("zebra", "Ärmel", "apple", "Apple", "\uD83C\uDF75 cup", "ﬀ");
    assertThat(titles(ALL, Order.TITLE))
        .containsExactly("apple", "Apple", "Ärmel", "ﬀ", "zebra", "\uD83C\uDF75 cup");
    for (var order : Order.values()) {
      assertThat(titles(ALL, order)).hasSize(6).doesNotHaveDuplicates();
    }
    var descending = new ArrayList<>(titles(ALL, Order.TITLE_DESCENDING));
    Collections.reverse(descending);
    assertThat(descending).isEqualTo(titles(ALL, Order.TITLE));
  }

  @Test
  default void aListSelectsByStatus() {
    var trial = new ProductTrial(this);
    trial.given("Tea", "TEA");
    var old = trial.given("Old", "OLD");
    trial.given(old.amend(old.details(), ProductStatus.RETIRED, trial.by()));
    var draft = trial.given("Draft", "DRAFT");
    trial.given(draft.amend(draft.details(), ProductStatus.DRAFT, trial.by()));
    assertThat(titles(ALL, Order.CREATED)).containsExactly("Tea", "Draft");
    var retired = new Filter(Set.of(ProductStatus.RETIRED), null, null);
    assertThat(titles(retired, Order.CREATED)).containsExactly("Old");
  }

  @Test
  default void aSearchFindsPartsOfTitlesAndSkusWithoutCaseAndAccents() {
    var trial = new ProductTrial(this);
    trial.given("Grüner Tee", "GT-100");
    trial.given("Black tea", "BT-100");
    trial.given("100% juice", "JUICE");
    trial.given("緑茶", "RYOKUCHA");
    assertThat(found("gruner")).containsExactly("Grüner Tee");
    assertThat(found("TEE")).containsExactly("Grüner Tee");
    assertThat(found("t-100")).containsExactly("Grüner Tee", "Black tea");
    assertThat(found("gt")).containsExactly("Grüner Tee");
    assertThat(found("te")).isEmpty();
    assertThat(found("00%")).containsExactly("100% juice");
    assertThat(found("茶")).containsExactly("緑茶");
    assertThat(found("%")).isEmpty();
    var sku = new Filter(ALL.statuses(), null, new Sku("BT-100"));
    assertThat(titles(sku, Order.TITLE)).containsExactly("Black tea");
  }

  @Test
  default void aListCountsWhatItSelects() {
    var trial = new ProductTrial(this);
    for (var i = 0; i < 5; i++) {
      trial.given("Tea " + i, "TEA-" + i);
    }
    var page = products().list(all(2));
    assertThat(page.total()).isEqualTo(new ProductPage.Total(5, true));
    assertThat(page.products()).hasSize(2);
    assertThat(products().list(all(5)).next()).isNull();
  }

  private List<String> found(String text) {
    return titles(new Filter(ALL.statuses(), text, null), Order.CREATED);
  }

  /** Reads all pages, two products each. */
  private List<String> titles(Filter filter, Order order) {
    var titles = new ArrayList<String>();
    var query = new ProductQuery(filter, order, null, 2, false);
    for (var page = products().list(query); ; page = products().list(query)) {
      page.products().forEach(product -> titles.add(product.details().title()));
      if (page.next() == null) {
        return titles;
      }
      query = new ProductQuery(filter, order, page.next(), 2, false);
    }
  }
}
