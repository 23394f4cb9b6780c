package io.clientele.archrules.crowd.cyclic.one;

import io.clientele.archrules.crowd.cyclic.two.Second;

/** With {@link Second} and its like, a cycle of three packages. */
public record First(Second second) {}
