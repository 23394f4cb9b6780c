package io.clientele.archrules.shop.application;

import io.clientele.archrules.shop.db.JdbcOrders;

record SeesAnAdapter(JdbcOrders orders) {}
