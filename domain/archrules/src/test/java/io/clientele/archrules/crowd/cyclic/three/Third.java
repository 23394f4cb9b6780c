package io.clientele.archrules.crowd.cyclic.three;

import io.clientele.archrules.crowd.cyclic.one.First;

/** Closes a cycle of packages. */
public interface Third {
  First[] firsts();
}
