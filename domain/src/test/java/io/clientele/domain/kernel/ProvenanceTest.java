package io.clientele.domain.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProvenanceTest {
  @Test
  void timesAreKeptInWholeMicroseconds() {
    var act = new Provenance("clerk", Instant.parse("2026-11-20T12:00:00.123456789Z"));
    assertThat(act.at()).isEqualTo("2026-11-20T12:00:00.123456Z");
  }

  @Test
  void aChangeWithoutEventsIsEmpty() {
    var act = new Provenance("clerk", Instant.EPOCH);
    assertThat(Change.none("state", act).isNone()).isTrue();
    assertThat(Change.of("state", () -> "state.changed", act).isNone()).isFalse();
  }

  @Test
  void allFaultsOfAValueAreReportedWithoutTheValue() {
    var faults =
        List.of(
            new InvalidValue.Fault("name", "must be there"),
            new InvalidValue.Fault("taxId/value", "must be right"));
    var invalid = new InvalidValue(faults);
    assertThat(invalid.faults()).isEqualTo(faults);
    assertThat(invalid).hasMessage("name must be there; taxId/value must be right");
  }
}
