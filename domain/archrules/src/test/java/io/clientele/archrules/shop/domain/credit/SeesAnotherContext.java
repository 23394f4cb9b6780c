package io.clientele.archrules.shop.domain.credit;

import io.clientele.archrules.shop.domain.client.Client;

record SeesAnotherContext(Client client) {}
