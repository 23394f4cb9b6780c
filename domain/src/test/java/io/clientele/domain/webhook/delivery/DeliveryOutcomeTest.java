package io.clientele.domain.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.event.EventPosition;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.webhook.WebhookId;
import io.clientele.domain.webhook.delivery.DeliveryOutcome.Delivered;
import io.clientele.domain.webhook.delivery.DeliveryOutcome.Fault;
import io.clientele.domain.webhook.delivery.DeliveryOutcome.Forbidden;
import io.clientele.domain.webhook.delivery.DeliveryOutcome.Gone;
import io.clientele.domain.webhook.delivery.DeliveryOutcome.Refused;
import io.clientele.domain.webhook.delivery.DeliveryOutcome.Unreachable;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DeliveryOutcomeTest {
  private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");

  @Test
  void anOutcomeHasAStatusOrAFault() {
    assertThat(new Delivered(204).httpStatus()).isEqualTo(204);
    assertThat(new Refused(500, null).httpStatus()).isEqualTo(500);
    assertThat(new Gone().httpStatus()).isEqualTo(410);
    assertThat(new Gone().faultCode()).isNull();
    assertThat(new Unreachable(Fault.TOO_LARGE).faultCode()).isEqualTo("too-large");
    assertThat(new Unreachable(Fault.TLS).httpStatus()).isNull();
    assertThat(new Forbidden().faultCode()).isEqualTo("address-refused");
  }

  @Test
  void onlyAnAnswerOf2xxIsADelivery() {
    assertThat(new Delivered(200).isDelivered()).isTrue();
    assertThat(new Refused(302, null).isDelivered()).isFalse();
    assertThat(new Forbidden().isDelivered()).isFalse();
  }

  @Test
  void aRedeliverySendsEachEventOnceInAscendingOrder() {
    var positions = List.of(position(7), position(3), position(7));
    var requested = request(positions);
    assertThat(requested.positions()).containsExactly(position(3), position(7));
    assertThat(requested.isDone()).isFalse();
  }

  @Test
  void aRedeliveryHas1To10000Events() {
    assertThatThrownBy(() -> request(List.of())).isInstanceOf(InvalidValue.class);
    var most = LongStream.rangeClosed(1, 10_000).mapToObj(DeliveryOutcomeTest::position).toList();
    assertThat(request(most).positions()).hasSize(10_000);
    var more = LongStream.rangeClosed(1, 10_001).mapToObj(DeliveryOutcomeTest::position).toList();
    assertThatThrownBy(() -> request(more)).isInstanceOf(InvalidValue.class);
  }

  private static Redelivery request(List<EventPosition> positions) {
    var random = new Random(1);
    return Redelivery.request(
            RedeliveryId.of(NOW, random),
            WebhookId.of(NOW, random),
            positions,
            new Provenance("operator:1", NOW))
        .state();
  }

  private static EventPosition position(long value) {
    return new EventPosition(value);
  }
}
