package io.clientele.archrules.market.web.server;

import io.clientele.archrules.market.web.client.ClientJson;

/** A shared package that uses a context. */
record SeesClients(ClientJson client) {}
