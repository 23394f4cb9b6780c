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
    assertThat(ends).allSatisfy(end -> assertThat(end).isInstanceOf(PortUnavailable.class));
  }
}
