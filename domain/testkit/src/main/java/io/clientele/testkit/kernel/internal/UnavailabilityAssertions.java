package io.clientele.testkit.kernel.internal;

import static io.clientele.testkit.kernel.internal.ConcurrentCalls.together;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.clientele.domain.kernel.PortUnavailable;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Assertions on ports of unreachable servers. */
public final class UnavailabilityAssertions {
  private UnavailabilityAssertions() {}

  /** Makes all calls concurrently, because each may wait for its timeout. */
  public static void assertUnavailable(List<ThrowingCallable> calls) {
    var ends = together(calls.size(), i -> catchThrowable(calls.get(i)));
    for (var i = 0; i < ends.size(); i++) {
      assertThat(ends.get(i))
          .as("the end of call %s of %s, in the order of the test", i + 1, ends.size())
          .isInstanceOf(PortUnavailable.class);
    }
  }
}
