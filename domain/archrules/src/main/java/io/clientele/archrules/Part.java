package io.clientele.archrules;

/** The parts of a hexagon. */
enum Part {
  DOMAIN,
  APPLICATION,
  ADAPTERS,
  BOOTSTRAP
}
