package io.clientele.archrules.market.domain.order;

import io.clientele.archrules.market.domain.client.Customer;
import io.clientele.archrules.market.domain.stock.Item;

/** Clean: uses two contexts along the map. */
public record Purchase(Customer client, Customer.Kind kind, Item[] items) {}
