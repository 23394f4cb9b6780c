package io.clientele.archrules.market.web.order.export;

import io.clientele.archrules.market.domain.order.Purchase;
import io.clientele.archrules.market.web.client.CustomerJson;
import io.clientele.archrules.market.web.server.Server;

/** Clean: a package below a context's package belongs to the context. */
public record PurchaseExport(Purchase order, CustomerJson client, Server server) {}
