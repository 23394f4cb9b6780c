package io.clientele.http.net;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.InetAddress;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

class TrustedProxiesFuzz {
  private static final TrustedProxies PROXIES =
      new TrustedProxies(List.of(CidrBlock.parse("10.0.0.1")));
  private static final InetAddress PEER = InetAddress.ofLiteral("10.0.0.1");
  private static final InetAddress STRANGER = InetAddress.ofLiteral("192.0.2.7");

  @FuzzTest
  void nothingThatAStrangerSaysMakesItAnother(byte[] header) {
    var text = new String(header, ISO_8859_1);
    assertThat(IpAddresses.holder(client(text))).isNotEmpty();
    assertThat(client(text, "192.0.2.7")).isEqualTo(STRANGER);
  }

  private static InetAddress client(String... forwarded) {
    var headers = HttpFields.build();
    for (var line : forwarded) {
      headers.add(HttpHeader.X_FORWARDED_FOR, line);
    }
    return PROXIES.client(PEER, headers);
  }
}
