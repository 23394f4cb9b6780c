package io.clientele.archrules.shop.application;

import io.clientele.archrules.shop.bootstrap.Main;

record SeesMain(Main main) {}
