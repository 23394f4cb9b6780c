package io.clientele.domain.product;

/** What a new product is to be. */
public record ProductOffer(
    Sku sku, ProductUnit unit, ProductDetails details, ProductStatus status) {}
