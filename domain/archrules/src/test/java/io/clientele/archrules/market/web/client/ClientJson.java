package io.clientele.archrules.market.web.client;

import io.clientele.archrules.market.domain.client.Client;

/** Clean: one context in two layers. */
public record ClientJson(Client client) {}
