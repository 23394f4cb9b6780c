package io.clientele.testkit.views.staging;

import io.clientele.domain.views.staging.ViewStaging;

/** What a test of a {@link ViewStaging} provides; each test asks once for its staging. */
public interface StagingUnderTest {
  /** A fresh, empty staging. Where tests share a server: under a prefix of its own. */
  ViewStaging staging();

  /**
   * A staging whose server cannot be reached: stopped, or on a port without a server. A call must
   * end within seconds.
   */
  ViewStaging stagingAway();
}
