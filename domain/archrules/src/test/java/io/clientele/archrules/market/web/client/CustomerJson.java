package io.clientele.archrules.market.web.client;

import io.clientele.archrules.market.domain.client.Customer;

/** Clean: one context in two layers. */
public record CustomerJson(Customer client) {}
