package io.clientele.http.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.kernel.Quota;
import io.clientele.domain.kernel.RateLimit;
import io.clientele.domain.kernel.RateLimiter;
import io.clientele.domain.kernel.RateLimiter.Permit;
import io.clientele.http.limits.IngressRateLimits;
import io.clientele.http.server.HttpConfig;
import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.TestClient;
import io.clientele.http.testing.context.InMemoryContexts;
import io.clientele.inmemory.kernel.InMemoryRateLimiter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is taken for the client, as its budget tells. */
class TrustedProxiesTest {
  private static final TrustedProxies LOOPBACK = proxies("127.0.0.0/8", "10.0.0.0/8", "fd00::/8");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      textBlock =
          """
          none                                     | 127.0.0.1
          203.0.113.7                              | 203.0.113.7
          198.51.100.1, 203.0.113.7                | 203.0.113.7
          198.51.100.1,203.0.113.7,10.1.2.3        | 203.0.113.7
          198.51.100.1, 203.0.113.7, 10.1.2.3, fd00::1 | 203.0.113.7
          10.1.2.3, 10.1.2.4                       | 10.1.2.3
          203.0.113.7, 10.1.2.3, nonsense          | 127.0.0.1
          203.0.113.7, 010.1.2.3                   | 127.0.0.1
          203.0.113.7, 1.2.3                       | 127.0.0.1
          203.0.113.7, 1                           | 127.0.0.1
          203.0.113.7, 1.2.3.4.5                   | 127.0.0.1
          203.0.113.7, 256.1.2.3                   | 127.0.0.1
          203.0.113.7, 1.2.3.4:80                  | 127.0.0.1
          203.0.113.7, localhost                   | 127.0.0.1
          203.0.113.7, ::1%lo                      | 127.0.0.1
          203.0.113.7, [::1]                       | 127.0.0.1
          '203.0.113.7,'                           | 203.0.113.7
          ', 203.0.113.7, ,10.1.2.3,,'             | 203.0.113.7
          nonsense, 10.1.2.3                       | 10.1.2.3
          2001:db8:0:1:aaaa::1                     | 2001:db8:0:1::/64
          2001:db8:0:1:bbbb::2                     | 2001:db8:0:1::/64
          2001:db8:0:2::                           | 2001:db8:0:2::/64
          ::ffff:203.0.113.7                       | 203.0.113.7
          """)
  void theChainIsReadFromItsEndWhileProxiesAreTrusted(String forwarded, String client) {
    var headers =
        forwarded == null ? new String[0] : new String[] {"X-Forwarded-For: " + forwarded};
    assertThat(clients(LOOPBACK, headers)).containsExactly(client);
  }

  @Test
  void severalLinesAreOneChain() {
    assertThat(
            clients(
                LOOPBACK,
                "X-Forwarded-For: 198.51.100.1, 203.0.113.7",
                "X-Forwarded-For: 10.1.2.3"))
        .containsExactly("203.0.113.7");
  }

  @Test
  void withoutATrustedProxyTheHeaderIsIgnored() {
    for (var none : List.of(TrustedProxies.NONE, proxies("128.0.0.0/1", "::/0"))) {
      assertThat(clients(none, "X-Forwarded-For: 203.0.113.7")).containsExactly("127.0.0.1");
    }
  }

  @Test
  void forgedValuesShareOneQuota() {
    var limits = new HashMap<RateLimit, Quota>();
    for (var budget : InMemoryContexts.RATE_LIMITS) {
      limits.put(
          budget, new Quota(budget == IngressRateLimits.ADDRESS ? 20 : 10_000, Duration.ofDays(1)));
    }
    try (var service =
        new InMemoryServer(
            HttpConfig.of("127.0.0.1", 0).behind(LOOPBACK, AllowedOrigins.NONE),
            new InMemoryRateLimiter(limits, () -> 0))) {
      var caller = new TestClient(service.port());
      var granted = 0;
      for (var i = 0; i < 200; i++) {
        var forged = "10.0.0." + i + ", 198.51.100." + i + ", 203.0.113.7";
        granted += caller.get("/v1/accounts", "X-Forwarded-For: " + forged).status() == 200 ? 1 : 0;
      }
      assertThat(granted).isEqualTo(20);
      assertThat(caller.get("/v1/accounts", "X-Forwarded-For: 203.0.113.8").status())
          .isEqualTo(200);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8,10.255.255.255,true",
    "10.0.0.0/8,11.0.0.0,false",
    "10.1.2.128/25,10.1.2.200,true",
    "10.1.2.128/25,10.1.2.127,false",
    "0.0.0.0/0,203.0.113.7,true",
    "192.0.2.1,192.0.2.1,true",
    "192.0.2.1,192.0.2.2,false",
    "fd00::/9,fd7f::1,true",
    "fd00::/9,fd80::1,false",
    "::/0,10.0.0.1,false",
    "0.0.0.0/0,::1,false"
  })
  void aRangeContainsAddressesOfItsPrefix(String range, String address, boolean isIn) {
    assertThat(CidrBlock.parse(range).contains(IpAddresses.parse(address))).isEqualTo(isIn);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0.0/08",
        "10.0.0/8",
        "::/129",
        "10/8"
      })
  void anInvalidRangeIsRefused(String text) {
    assertThatThrownBy(() -> CidrBlock.parse(text)).isInstanceOf(InvalidValue.class);
  }

  private static List<String> clients(TrustedProxies proxies, String... headers) {
    var heard = new ArrayList<String>();
    RateLimiter permits =
        (budget, holder, count) -> {
          if (budget == IngressRateLimits.ADDRESS) {
            heard.add(holder);
          }
          return new Permit(true, 1, 1, 1, 1);
        };
    var config = HttpConfig.of("127.0.0.1", 0).behind(proxies, AllowedOrigins.NONE);
    try (var service = new InMemoryServer(config, permits)) {
      new TestClient(service.port()).get("/v1/accounts", headers);
    }
    return heard;
  }

  private static TrustedProxies proxies(String... ranges) {
    return new TrustedProxies(List.of(ranges).stream().map(CidrBlock::parse).toList());
  }
}
