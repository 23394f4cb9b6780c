package io.clientele.archrules.crowd.cyclic.two;

import io.clientele.archrules.crowd.cyclic.three.Third;

/** In the middle of a cycle of packages. */
public record Second(Third third) {}
