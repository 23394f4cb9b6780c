package io.clientele.archrules.market.web.client;

import io.clientele.archrules.market.domain.stock.Item;

/** Stands for the annotation of a code generator. */
@interface WiringGenerated {}

/** Breaks the map and is generated. */
@WiringGenerated
record Wiring(Item item) {}
