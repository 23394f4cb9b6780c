package io.clientele.inmemory.product;

import io.clientele.domain.kernel.text.Folding;
import io.clientele.domain.kernel.text.SearchTerm;
import io.clientele.domain.product.Product;
import io.clientele.domain.product.ProductPage;
import io.clientele.domain.product.ProductQuery;
import io.clientele.domain.product.ProductQuery.Position;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;

/** Selects the products of one page. */
final class ProductSelection {
  private static final Comparator<Position.Created> BY_CREATION =
      Comparator.comparing(Position.Created::at).thenComparing(Position::id);
  private static final Comparator<Position.Titled> BY_TITLE =
      Comparator.comparing(Position.Titled::folded, ProductSelection::byCodePoint)
          .thenComparing(Position::id);

  private final ProductQuery query;

  ProductSelection(ProductQuery query) {
    this.query = query;
  }

  ProductPage page(Collection<Product> products) {
    var selected = products.stream().filter(this::isSelected).toList();
    var after = query.after();
    var page =
        selected.stream()
            .filter(product -> after == null || compare(position(product), after) > 0)
            .sorted((one, other) -> compare(position(one), position(other)))
            .limit(query.limit() + 1L)
            .toList();
    var isLast = page.size() <= query.limit();
    var shown = isLast ? page : page.subList(0, query.limit());
    return new ProductPage(
        shown,
        isLast ? null : position(shown.get(shown.size() - 1)),
        query.withTotal() ? ProductPage.Total.of(selected.size()) : null);
  }

  private boolean isSelected(Product product) {
    var filter = query.filter();
    return filter.statuses().contains(product.status())
        && (filter.sku() == null || filter.sku().equals(product.sku()))
        && (filter.text() == null || isFound(SearchTerm.of(filter.text()), product));
  }

  private static boolean isFound(SearchTerm term, Product product) {
    return term.isFoundIn(Folding.folded(product.details().title()))
        || term.isFoundIn(Folding.folded(product.sku().value()));
  }

  private Position position(Product product) {
    return switch (query.order()) {
      case CREATED, CREATED_DESCENDING -> new Position.Created(product.createdAt(), product.id());
      case TITLE, TITLE_DESCENDING ->
          new Position.Titled(Folding.folded(product.details().title()), product.id());
    };
  }

  private int compare(Position one, Position other) {
    return switch (query.order()) {
      case CREATED, TITLE -> ascending(one, other);
      case CREATED_DESCENDING, TITLE_DESCENDING -> ascending(other, one);
    };
  }

  private static int ascending(Position one, Position other) {
    return one instanceof Position.Created created
        ? BY_CREATION.compare(created, (Position.Created) other)
        : BY_TITLE.compare((Position.Titled) one, (Position.Titled) other);
  }

  /** Compares as a database compares UTF-8; Java's own order differs above U+FFFF. */
  private static int byCodePoint(String one, String other) {
    return Arrays.compareUnsigned(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
