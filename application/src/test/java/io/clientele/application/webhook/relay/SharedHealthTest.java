package io.clientele.application.webhook.relay;

import static io.clientele.application.webhook.relay.RelaySimulation.CUT;
import static io.clientele.application.webhook.relay.RelaySimulation.TAKEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.webhook.delivery.DeliveryOutcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Relays judge an endpoint by what all of them observed. */
class SharedHealthTest {
  private final RelaySimulation simulation = new RelaySimulation();

  @Test
  void severalRelaysSendOneTestMessageEachHalfMinuteToAnEndpointThatIsDown() {
    start(3);
    simulation.answers(message -> CUT);
    simulation.run(Duration.ofMinutes(2), () -> simulation.appendBlock(5, 200));
    simulation.received.clear();
    simulation.run(Duration.ofMinutes(10), () -> simulation.appendBlock(5, 200));
    assertThat(simulation.received)
        .allMatch(RelaySimulation.Received::isTest)
        .hasSizeBetween(19, 21);
    simulation.answers(message -> TAKEN);
    simulation.run(Duration.ofMinutes(1));
    assertThat(simulation.taken()).hasSize((int) simulation.appended());
  }

  @Test
  void allRelaysLeaveABusyEndpointAloneThoughOneGotTheAnswer() {
    start(3);
    simulation.append("7");
    simulation.feed.chain();
    simulation.answers(message -> new DeliveryOutcome.Refused(503, Duration.ofMinutes(3)));
    simulation.run(Duration.ofSeconds(3));
    assertThat(simulation.received).hasSize(1);
    simulation.answers(message -> TAKEN);
    simulation.run(Duration.ofSeconds(170), () -> simulation.appendBlock(5, 200));
    assertThat(simulation.received).hasSize(1);
    simulation.run(Duration.ofSeconds(10));
    assertThat(simulation.taken()).hasSize((int) simulation.appended());
  }

  @Test
  void aRelayThatTakesOverKnowsThatTheEndpointIsDown() {
    simulation.webhook(16);
    var first = simulation.relay();
    simulation.answers(message -> CUT);
    simulation.run(Duration.ofMinutes(2), () -> simulation.appendBlock(5, 200));
    simulation.kill(first);
    simulation.received.clear();
    simulation.relay();
    simulation.run(Duration.ofMinutes(2), () -> simulation.appendBlock(5, 200));
    assertThat(simulation.received).isNotEmpty().allMatch(RelaySimulation.Received::isTest);
  }

  private void start(int relays) {
    simulation.webhook(16);
    for (var i = 0; i < relays; i++) {
      simulation.relay();
    }
    simulation.run(Duration.ofSeconds(10));
  }
}
