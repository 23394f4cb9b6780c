package io.clientele.domain.product;

import io.clientele.domain.kernel.DomainEvent;
import io.clientele.domain.kernel.FieldChange;
import io.clientele.domain.kernel.event.PublishedTypes;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Something that happened to a product. */
public sealed interface ProductEvent extends DomainEvent {
  /** The types that are published. */
  PublishedTypes TYPES = PublishedTypes.of("product.created", "product.amended", "product.priced");

  @Override
  default boolean isPublished() {
    return true;
  }

  /** The product was created. */
  record Created(ProductOffer offer) implements ProductEvent {
    public Created {
      Objects.requireNonNull(offer, "offer");
    }

    @Override
    public String action() {
      return "product.created";
    }

    @Override
    public List<FieldChange> details() {
      return new FieldChange.Comparison()
          .of("sku", null, offer.sku())
          .of("kind", null, offer.unit().kind().name().toLowerCase(Locale.ROOT))
          .of("asset", null, offer.unit().asset())
          .of("scale", null, offer.unit().scale())
          .of("title", null, offer.details().title())
          .of("status", null, offer.status().name().toLowerCase(Locale.ROOT))
          .details();
    }
  }

  /** Details or the status were changed. */
  record Amended(Terms before, Terms after) implements ProductEvent {
    public Amended {
      Objects.requireNonNull(before, "before");
      Objects.requireNonNull(after, "after");
    }

    @Override
    public String action() {
      return "product.amended";
    }

    @Override
    public List<FieldChange> details() {
      return new FieldChange.Comparison()
          .of("title", before.details.title(), after.details.title())
          .of("text", excerpt(before), excerpt(after))
          .of("attributes", before.details.attributes(), after.details.attributes())
          .of("status", before.statusName(), after.statusName())
          .details();
    }

    /** The audit shows that a text changed, and how it began and begins. */
    private static Excerpt excerpt(Terms terms) {
      return new Excerpt(terms.details.text());
    }
  }

  /**
   * A price was added.
   *
   * @param ended the price that ends when the new one begins, with its former end; null if none
   */
  record Priced(ProductPrice added, @Nullable ProductPrice ended) implements ProductEvent {
    public Priced {
      Objects.requireNonNull(added, "added");
    }

    @Override
    public String action() {
      return "product.priced";
    }

    @Override
    public List<FieldChange> details() {
      return new FieldChange.Comparison()
          .of("currency", null, added.currency().code())
          .of("amount", null, added.text())
          .of("from", null, added.from())
          .of("to", null, added.to())
          .details();
    }
  }

  /** What may change of a product. */
  record Terms(ProductDetails details, ProductStatus status) {
    public Terms {
      Objects.requireNonNull(details, "details");
      Objects.requireNonNull(status, "status");
    }

    private String statusName() {
      return status.name().toLowerCase(Locale.ROOT);
    }
  }

  /** A text that prints its beginning only. */
  record Excerpt(String text) {
    private static final int LENGTH = 100;

    public Excerpt {
      Objects.requireNonNull(text, "text");
    }

    @Override
    public String toString() {
      return text.codePointCount(0, text.length()) <= LENGTH
          ? text
          : text.substring(0, text.offsetByCodePoints(0, LENGTH)) + "…";
    }
  }
}
