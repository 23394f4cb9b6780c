package io.clientele.archrules.market.domain.order;

import io.clientele.archrules.market.domain.client.Client;
import io.clientele.archrules.market.domain.stock.Item;

/** Clean: uses two contexts along the map. */
public record Order(Client client, Client.Kind kind, Item[] items) {}
