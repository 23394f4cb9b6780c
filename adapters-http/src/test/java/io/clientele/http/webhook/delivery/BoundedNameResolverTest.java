package io.clientele.http.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.webhook.delivery.DeliveryOutcome.Fault;
import io.clientele.domain.webhook.delivery.DeliveryOutcome.Unreachable;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class BoundedNameResolverTest {
  private static final Duration LIMIT = Duration.ofMillis(200);

  private final CountDownLatch answered = new CountDownLatch(1);
  private final NameResolver names = new BoundedNameResolver(this::resolve, LIMIT);

  @AfterEach
  void answer() {
    answered.countDown();
  }

  @Test
  void aNameServerThatIsSilentEndsTheAttemptAsAFailedLookUp() {
    var policy = new EndpointPolicy(List.of(), OwnEndpoints.NONE, names);
    try (var sender = new HttpWebhookSender(policy, null)) {
      assertThat(sender.send(WebhookMessages.to("https://silent.test/")).outcome())
          .isEqualTo(new Unreachable(Fault.DNS));
    }
  }

  @Test
  void manyLookUpsThatWaitTakeABoundedNumberOfThreads() {
    var others = Thread.activeCount();
    for (var i = 0; i < 80; i++) {
      var name = i + ".silent.test";
      Thread.ofVirtual().start(() -> assertThatThrownBy(() -> names.resolve(name)));
    }
    assertThatThrownBy(() -> names.resolve("silent.test")).isInstanceOf(UnknownHostException.class);
    assertThat(Thread.activeCount() - others).isLessThanOrEqualTo(64);
  }

  @Test
  void anAnswerAndARefusalPassThrough() throws UnknownHostException {
    assertThat(names.resolve("good.test")).containsExactly(InetAddress.ofLiteral("1.1.1.1"));
    assertThatThrownBy(() -> names.resolve("unknown.test"))
        .isInstanceOf(UnknownHostException.class)
        .hasRootCauseMessage("unknown.test");
  }

  private List<InetAddress> resolve(String host) throws UnknownHostException {
    if (host.endsWith("silent.test")) {
      try {
        answered.await();
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
      }
    }
    if (host.equals("good.test")) {
      return List.of(InetAddress.ofLiteral("1.1.1.1"));
    }
    throw new UnknownHostException(host);
  }
}
