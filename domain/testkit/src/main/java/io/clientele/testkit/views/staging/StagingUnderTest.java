package io.clientele.testkit.views.staging;

import io.clientele.domain.views.staging.ViewStaging;

/**
 * The stagings that a test of a {@link ViewStaging} provides. Each test calls {@link #staging}
 * once.
 */
public interface StagingUnderTest {
  /** A fresh, empty staging. If tests share a server, use a separate key prefix. */
  ViewStaging staging();

  /**
   * A staging of an unreachable server: stopped, or on a port without a server. A call must end
   * within seconds.
   */
  ViewStaging unreachableStaging();
}
