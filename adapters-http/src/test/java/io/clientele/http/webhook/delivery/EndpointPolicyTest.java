package io.clientele.http.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.webhook.WebhookUrl;
import io.clientele.domain.webhook.delivery.DeliveryOutcome.Delivered;
import io.clientele.domain.webhook.delivery.DeliveryOutcome.Fault;
import io.clientele.domain.webhook.delivery.DeliveryOutcome.Forbidden;
import io.clientele.domain.webhook.delivery.DeliveryOutcome.Unreachable;
import io.clientele.http.net.CidrBlock;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused is refused when it is stored and at the connection; a trap notes connections. */
class EndpointPolicyTest {
  private static final TestEndpoint TRAP = TestEndpoint.answering("HTTP/1.1 204 X\r\n\r\n");
  private static final List<CidrBlock> LOOPBACK = List.of(CidrBlock.parse("127.0.0.0/8"));

  private final RebindingNames names = new RebindingNames();
  private final EndpointPolicy literals =
      new EndpointPolicy(List.of(), OwnEndpoints.NONE, NameResolver.SYSTEM);
  private final EndpointPolicy open = new EndpointPolicy(List.of(), OwnEndpoints.NONE, names);

  @AfterAll
  static void close() {
    TRAP.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.1.2.3",
        "127.255.255.255",
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "10.255.255.255",
        "100.64.0.1",
        "100.127.255.255",
        "169.254.169.254",
        "169.254.0.1",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.1",
        "192.0.0.170",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.0.1",
        "192.168.255.255",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.7",
        "203.0.113.9",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::ffff:169.254.169.254",
        "::127.0.0.1",
        "::ffff:0:127.0.0.1",
        "64:ff9b::127.0.0.1",
        "64:ff9b::8.8.8.8",
        "64:ff9b:1::1",
        "100::1",
        "100:0:0:1::1",
        "2001::1",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
        "2001:2::1",
        "2001:10::1",
        "2001:20::1",
        "2001:1ff:ffff::1",
        "2001:db8::1",
        "2002:7f00:1::1",
        "2002:a00:1::",
        "3fff::1",
        "5f00::1",
        "fc00::1",
        "fd12:3456::1",
        "fe80::1",
        "febf::1",
        "fec0::1",
        "ff02::1",
        "ff0e::1",
        "4000::1"
      })
  void anAddressThatIsNotPublicIsNeverConnectedTo(String address) {
    names.then("evil.test", address);
    for (var scheme : List.of("https", "http")) {
      var url = scheme + "://evil.test:" + TRAP.port() + "/";
      assertRefused(url);
      assertForbidden(open, url);
    }
    assertThat(TRAP.connections()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "8.8.8.8",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.1",
        "172.15.255.255",
        "172.32.0.0",
        "192.0.1.1",
        "192.167.0.1",
        "198.17.255.255",
        "198.20.0.0",
        "223.255.255.255",
        "2001:200::1",
        "2001:4860:4860::8888",
        "2606:4700:4700::1111",
        "2a00::1",
        "3ffe::1"
      })
  void aPublicAddressIsPermittedByHttpsOnly(String address) {
    names.then("good.test", address);
    assertThatCode(() -> open.require(new WebhookUrl("https://good.test/")))
        .doesNotThrowAnyException();
    assertRefused("http://good.test:8080/");
    assertForbidden(open, "http://good.test:8080/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2001:4860:4860::8888",
        "2606:4700:4700:0:0:0:0:1111",
        "2606:4700:4700::0.0.17.17",
        "2A00::1",
        "3ffe::1"
      })
  void aPublicAddressOfVersion6IsPermittedAsAHost(String literal) {
    assertThatCode(() -> literals.require(new WebhookUrl("https://[" + literal + "]/")))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "::",
        "::1",
        "0:0:0:0:0:0:0:1",
        "::ffff:127.0.0.1",
        "::ffff:7f00:1",
        "::ffff:8.8.8.8",
        "0:0:0:0:0:ffff:808:808",
        "::8.8.8.8",
        "64:ff9b::8.8.8.8",
        "64:ff9b:1::1",
        "100::1",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
        "2001:db8::1",
        "2002:808:808::1",
        "3fff::1",
        "fc00::1",
        "fd12:3456::1",
        "fe80::1",
        "fe80::1%25lo",
        "fe80::1%lo",
        "2606:4700:4700::1111%25eth0",
        "fec0::1",
        "ff02::1",
        "4000::1",
        "v1.fe80",
        "1.1.1.1",
        ""
      })
  void anyOtherAddressInBracketsIsRefusedAndNeverConnectedTo(String literal) {
    var url = "https://[" + literal + "]:" + TRAP.port() + "/";
    assertThatThrownBy(() -> literals.require(new WebhookUrl(url)))
        .isInstanceOf(InvalidValue.class);
    try {
      assertForbidden(literals, url);
    } catch (InvalidValue refusedAtOnce) {
      assertThat(refusedAtOnce.faults().getFirst().field()).isEqualTo("url");
    }
    assertThat(TRAP.connections()).isZero();
  }

  /** Forms of 127.0.0.1 and of other URLs that clients read differently. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1/",
        "https://127.1/",
        "https://2130706433/",
        "https://0x7f000001/",
        "https://0x7f.0.0.1/",
        "https://0177.0.0.1/",
        "https://127.0.0.1./",
        "https://127.0.0.0x1/",
        "https://8.8.8.8/",
        "https://localhost.0/",
        "https://user@good.test/",
        "https://user:password@good.test/",
        "https://good.test@127.0.0.1/",
        "https://@good.test/",
        "https://good.test#@127.0.0.1/",
        "https://good.test\\@127.0.0.1/",
        "https://good.test:80/",
        "https://good.test:22/",
        "https://good.test:1023/",
        "https://good.test:65536/",
        "https://good.test:0/",
        "http://good.test/",
        "https://gööd.test/",
        "https://good。test/",
        "https://①②⑦.⓪.⓪.①/",
        "https://good.te%73t/",
        "https://good.test%00.evil.test/",
        "https:///good.test/",
        "https://",
        "good.test",
        "//good.test/",
        "ftp://good.test:2121/",
        "file:///etc/passwd",
        "gopher://good.test:1024/",
        "jar:https://good.test!/",
        "https:good.test",
        "https://good test/",
        "https://good.test/\r\nHost: x",
        "https://[::1",
        "https://::1/",
        "https://good_name.test/",
        "https://[::1%25lo]/",
        "https://unknown.test/",
        "https://[::1]/",
        "https://[::ffff:127.0.0.1]/",
        "https://[::ffff:7f00:1]/",
        "https://[fe80::1]/",
        "https://[2002:7f00:1::]/",
        "https://[64:ff9b::7f00:1]/",
        "https://."
      })
  void aUrlThatBreaksARuleIsRefused(String url) {
    names.then("good.test", "1.1.1.1").then("evil.test", "1.1.1.1");
    for (var literal : List.of("::1", "fe80::1", "2002:7f00:1::", "64:ff9b::7f00:1")) {
      names.then(literal, literal);
    }
    names.then("127.0.0.1", "127.0.0.1");
    assertRefused(url);
  }

  @Test
  void oneBadAddressAmongSeveralRefusesAll() {
    names.then("evil.test", "1.1.1.1", "8.8.8.8", "127.0.0.1");
    assertRefused("https://evil.test/");
    assertForbidden(open, "https://evil.test:" + TRAP.port() + "/");
    assertThat(TRAP.connections()).isZero();
  }

  @Test
  void aNameThatIsBoundAnewAfterItWasStoredIsRefusedAtTheConnection() {
    names.then("evil.test", "1.1.1.1").then("evil.test", "127.0.0.1");
    var url = "https://evil.test:" + TRAP.port() + "/";
    open.require(new WebhookUrl(url));
    assertForbidden(open, url);
    assertThat(TRAP.connections()).isZero();
  }

  /** Clients connect to literals without a resolver. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.1",
        "2130706433",
        "0.0.0.0",
        "localhost",
        "::1",
        "::ffff:127.0.0.1",
        "0:0:0:0:0:ffff:7f00:1",
        "[::1]",
        "::"
      })
  void aSocketJudgesLiteralsThatNoResolverSees(String literal) {
    var sockets = new JudgedSockets(to -> open.permits(to.getAddress(), to.getPort()), null);
    assertThatThrownBy(() -> sockets.createSocket(literal, TRAP.port()))
        .isInstanceOf(AddressRefusedException.class)
        .hasMessage("the address is refused");
    assertThat(TRAP.connections()).isZero();
  }

  @Test
  void ownListenersAndServersAreRefusedInAnAllowedBlockToo() {
    names.then("localhost", "127.0.0.1").then("db.internal", "127.0.0.1");
    try (var other = TestEndpoint.answering("HTTP/1.1 204 X\r\n\r\n")) {
      var listening = new OwnEndpoints(port -> port == TRAP.port(), List.of(), names);
      var server =
          new OwnEndpoints(
              port -> false,
              List.of(InetSocketAddress.createUnresolved("db.internal", TRAP.port())),
              names);
      var unknown =
          new OwnEndpoints(
              port -> false,
              List.of(InetSocketAddress.createUnresolved("away.internal", TRAP.port())),
              names);
      for (var own : List.of(listening, server, unknown)) {
        var policy = new EndpointPolicy(LOOPBACK, own, names);
        assertForbidden(policy, "http://localhost:" + TRAP.port() + "/");
        assertThat(send(policy, null, "http://localhost:" + other.port() + "/"))
            .isEqualTo(new Delivered(204));
      }
    }
    assertThat(TRAP.connections()).isZero();
  }

  @Test
  void aProxyGetsTheAddressThatWasJudged() {
    names.then("receiver.test", "127.0.0.9");
    var policy = new EndpointPolicy(LOOPBACK, OwnEndpoints.NONE, names);
    try (var proxy =
        TestEndpoint.of(
            (request, out) ->
                out.write(
                    (request.line().startsWith("CONNECT")
                            ? "HTTP/1.1 200 Connection established\r\nVia: x\r\n\r\n"
                            : "HTTP/1.1 202 X\r\nContent-Length: 0\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII)))) {
      var tunnel = new ProxyTunnel("127.0.0.1", proxy.port());
      assertThat(send(policy, tunnel, "http://receiver.test:8081/x")).isEqualTo(new Delivered(202));
      assertThat(proxy.received().get(0).line()).isEqualTo("CONNECT 127.0.0.9:8081 HTTP/1.1");
      assertThat(proxy.received().get(1).line()).isEqualTo("POST /x HTTP/1.1");
      assertThat(proxy.received().get(1).headers().get("host")).isEqualTo("receiver.test:8081");
      names.then("evil.test", "10.0.0.1");
      assertThat(send(policy, tunnel, "https://evil.test/")).isEqualTo(new Forbidden());
      assertThat(proxy.connections()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP/1.1 403 Forbidden\r\n\r\n", "HTTP/1.1 2000 X\r\n\r\n", "\r\n\r\n"})
  void aProxyThatOpensNoTunnelIsAFailedConnection(String answer) {
    names.then("receiver.test", "127.0.0.9");
    var policy = new EndpointPolicy(LOOPBACK, OwnEndpoints.NONE, names);
    try (var proxy = TestEndpoint.answering(answer)) {
      assertThat(
              send(
                  policy,
                  new ProxyTunnel("127.0.0.1", proxy.port()),
                  "http://receiver.test:8081/x"))
          .isEqualTo(new Unreachable(Fault.CONNECT));
      assertThat(proxy.received()).hasSize(1);
    }
  }

  private void assertRefused(String url) {
    assertThatThrownBy(() -> open.require(new WebhookUrl(url)))
        .as(url)
        .isInstanceOfSatisfying(
            InvalidValue.class,
            refused -> {
              assertThat(refused.faults().getFirst().field()).isEqualTo("url");
              assertThat(refused.getMessage()).doesNotContain("127.0.0.1", "10.0.0.1");
            });
  }

  private static void assertForbidden(EndpointPolicy policy, String url) {
    assertThat(send(policy, null, url)).as(url).isEqualTo(new Forbidden());
  }

  private static Object send(EndpointPolicy policy, ProxyTunnel proxy, String url) {
    try (var sender =
        new HttpWebhookSender(policy, proxy, Duration.ofSeconds(1), Duration.ofSeconds(2))) {
      return sender.send(WebhookMessages.to(url)).outcome();
    }
  }
}
