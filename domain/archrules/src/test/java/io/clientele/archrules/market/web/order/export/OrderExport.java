package io.clientele.archrules.market.web.order.export;

import io.clientele.archrules.market.domain.order.Order;
import io.clientele.archrules.market.web.client.ClientJson;
import io.clientele.archrules.market.web.server.Server;

/** Clean: a package below a context's package belongs to the context. */
public record OrderExport(Order order, ClientJson client, Server server) {}
