package io.clientele.archrules.shop.attic;

/** In no part. */
record IsForgotten(long number) {}
