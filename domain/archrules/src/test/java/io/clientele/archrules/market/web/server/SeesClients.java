package io.clientele.archrules.market.web.server;

import io.clientele.archrules.market.web.client.CustomerJson;

/** A shared package that uses a context. */
record SeesClients(CustomerJson client) {}
