package io.clientele.bootstrap.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.kernel.PortUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ManagedPartsTest {
  private final List<String> events = new ArrayList<>();

  @Test
  void partsStartByPhaseAndNameAndStopInTheOppositeOrder() {
    var parts =
        new ManagedParts(
            List.of(
                part("views", Phase.CONTEXT),
                part("cache", Phase.CACHE),
                part("telemetry", Phase.TELEMETRY),
                part("keys", Phase.CONTEXT),
                part("database", Phase.DATABASE)));

    parts.start();
    assertThat(events).containsExactly("+telemetry", "+database", "+cache", "+keys", "+views");
    events.clear();
    parts.stop();
    assertThat(events).containsExactly("-views", "-keys", "-cache", "-database", "-telemetry");
  }

  @Test
  void theNextStartContinuesWithTheFailedPart() {
    var isAway = new AtomicBoolean(true);
    var failing =
        Managed.starting(
            "b",
            Phase.CONTEXT,
            () -> {
              if (isAway.get()) {
                throw new PortUnavailable("database", new IllegalStateException("away"));
              }
              events.add("+b");
            });
    var parts =
        new ManagedParts(List.of(part("a", Phase.CONTEXT), failing, part("c", Phase.CONTEXT)));

    assertThatThrownBy(parts::start).isInstanceOf(PortUnavailable.class);
    isAway.set(false);
    parts.start();

    assertThat(events).containsExactly("+a", "+b", "+c");
  }

  @Test
  void aPartThatFailsToStopDoesNotBlockOthers() {
    var failing =
        Managed.stopping(
            "b",
            Phase.CONTEXT,
            () -> {
              throw new IllegalStateException("broken");
            });
    var parts =
        new ManagedParts(List.of(part("a", Phase.CONTEXT), failing, part("c", Phase.CONTEXT)));

    parts.stop();

    assertThat(events).containsExactly("-c", "-a");
  }

  private Managed part(String name, Phase phase) {
    return new Managed(name, phase, () -> events.add("+" + name), () -> events.add("-" + name));
  }
}
