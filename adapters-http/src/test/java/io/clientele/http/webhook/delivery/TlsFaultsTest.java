package io.clientele.http.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.webhook.delivery.DeliveryOutcome;
import io.clientele.domain.webhook.delivery.DeliveryOutcome.Delivered;
import io.clientele.domain.webhook.delivery.DeliveryOutcome.Fault;
import io.clientele.domain.webhook.delivery.DeliveryOutcome.Unreachable;
import io.clientele.http.net.CidrBlock;
import io.clientele.http.testing.TestCertificates;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An endpoint whose certificate is not to be trusted gets no message. The authority of the test is
 * trusted, so each certificate is refused for its own fault alone.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class TlsFaultsTest {
  private static final List<String> TRUST =
      List.of("javax.net.ssl.trustStore", "javax.net.ssl.trustStorePassword");

  /** A ServerHello of TLS 1.0 with the cipher suite ECDHE-RSA-AES128-SHA. */
  private static final byte[] HELLO_OF_TLS_1_0 =
      HexFormat.of().parseHex("160301002a020000260301" + "5a".repeat(32) + "00c01300");

  private final RebindingNames names = new RebindingNames().then("receiver.test", "127.0.0.1");
  private final EndpointPolicy policy =
      new EndpointPolicy(List.of(CidrBlock.parse("127.0.0.0/8")), OwnEndpoints.NONE, names);
  private final Map<String, String> before = new TreeMap<>();
  private TestCertificates certificates;

  @BeforeAll
  void trust(@TempDir Path folder) throws Exception {
    TRUST.stream()
        .filter(name -> System.getProperty(name) != null)
        .forEach(name -> before.put(name, System.getProperty(name)));
    certificates = TestCertificates.make(folder);
    System.setProperty(TRUST.get(0), certificates.trusted().toString());
    System.setProperty(TRUST.get(1), TestCertificates.PASSWORD);
  }

  @AfterAll
  void restore() {
    TRUST.forEach(System::clearProperty);
    before.forEach(System::setProperty);
  }

  @Test
  void anEndpointWithACertificateOfATrustedAuthorityGetsTheMessage() throws Exception {
    try (var endpoint = TlsEndpoint.with(certificates.of("valid"))) {
      assertThat(send(endpoint.port())).isEqualTo(new Delivered(204));
      assertThat(endpoint.received()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource({"expired", "early", "wrong-host", "self-signed"})
  void anUntrustedCertificateEndsTheAttemptAsATlsFault(String alias) throws Exception {
    try (var endpoint = TlsEndpoint.with(certificates.of(alias))) {
      assertThat(send(endpoint.port())).isEqualTo(new Unreachable(Fault.TLS));
      assertThat(endpoint.received()).isZero();
    }
  }

  @Test
  void anEndpointThatSpeaksTls10AloneIsATlsFault() {
    try (var endpoint = RawEndpoint.answering(HELLO_OF_TLS_1_0)) {
      assertThat(send(endpoint.port())).isEqualTo(new Unreachable(Fault.TLS));
      assertThat(endpoint.text()).doesNotContain("POST");
    }
  }

  @Test
  void anEndpointThatSpeaksNoTlsIsATlsFault() {
    var plain = "HTTP/1.1 204 X\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    try (var endpoint = RawEndpoint.answering(plain)) {
      assertThat(send(endpoint.port())).isEqualTo(new Unreachable(Fault.TLS));
      assertThat(endpoint.text()).doesNotContain("POST");
    }
  }

  private DeliveryOutcome send(int port) {
    try (var sender = new HttpWebhookSender(policy, null)) {
      return sender.send(WebhookMessages.to("https://receiver.test:" + port + "/")).outcome();
    }
  }
}
