package io.clientele.archrules.shop.web;

import io.clientele.archrules.shop.db.JdbcOrders;

record SeesTheStore(JdbcOrders orders) {}
