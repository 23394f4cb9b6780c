package io.clientele.archrules.shop.domain;

import io.clientele.archrules.shop.domain.client.Client;

interface KernelSeesAContext {
  Client[] clients();
}
