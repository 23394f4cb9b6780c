package com.acme.bootstrap;

import io.clientele.domain.views.counter.ViewRecorder;
import io.clientele.testkit.views.counter.ViewRecorderContract;
import java.util.UUID;

class TallyTest implements ViewRecorderContract {
  private final Tally tally = new Tally();

  @Override
  public ViewRecorder recorder() {
    return tally;
  }

  @Override
  public long recorded(UUID subject) {
    return tally.of(subject);
  }

  @Override
  public void recorderGoesAway() {
    // memory is always there
  }
}
