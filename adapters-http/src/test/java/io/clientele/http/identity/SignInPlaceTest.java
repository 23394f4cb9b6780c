package io.clientele.http.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.identity.session.SignInPlaces.NewSignIn;
import io.clientele.domain.kernel.RateLimiter.Permit;
import io.clientele.http.net.AllowedOrigins;
import io.clientele.http.net.CidrBlock;
import io.clientele.http.net.TrustedProxies;
import io.clientele.http.server.HttpConfig;
import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.RawSocketClient;
import io.clientele.http.testing.context.InMemoryIdentity;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The place of a sign-in is the one of the client, as a trusted proxy names it. */
class SignInPlaceTest {
  private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Firefox/";
  private static final String BODY =
      "{\"email\":\"%s\",\"password\":\"%s\"}"
          .formatted(InMemoryIdentity.ADMIN_EMAIL, InMemoryIdentity.ADMIN_PASSWORD);

  private static final Permit GRANTED = new Permit(true, 9, 0, 9, 1);

  private static final TrustedProxies LOOPBACK =
      new TrustedProxies(List.of(CidrBlock.parse("127.0.0.1")));

  private final InMemoryServer service =
      new InMemoryServer(
          HttpConfig.of("127.0.0.1", 0).behind(LOOPBACK, AllowedOrigins.NONE),
          (limit, key, count) -> GRANTED);

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void anAddressOfTheSameSiteAndANewerBrowserAreNoNewPlace() throws IOException {
    signIn("203.0.113.7", FIREFOX + "145.0");
    signIn("203.0.113.8", FIREFOX + "146.0");
    assertThat(unreported()).isEmpty();
    signIn("2001:db8:7:1::5", FIREFOX + "145.0");
    signIn("2001:db8:7:2::6", FIREFOX + "145.0");
    assertThat(unreported()).hasSize(1);
  }

  @Test
  void anotherSiteOrAnotherBrowserIsANewPlaceOnce() throws IOException {
    signIn("203.0.113.7", FIREFOX + "145.0");
    signIn("203.0.114.7", FIREFOX + "145.0");
    assertThat(unreported()).hasSize(1);
    signIn("203.0.113.7", "curl/8.5.0");
    signIn("203.0.113.7", "curl/8.5.0");
    assertThat(unreported()).hasSize(2);
    assertThat(
            service.context(InMemoryIdentity.class).operators.find(unreported().get(0).operator()))
        .map(operator -> operator.profile().email().value())
        .contains(InMemoryIdentity.ADMIN_EMAIL);
  }

  @Test
  void anEntryThatAClientForgesHasNoEffect() throws IOException {
    signIn("203.0.113.7", FIREFOX + "145.0");
    signIn("198.51.100.1, 203.0.113.7", FIREFOX + "145.0");
    assertThat(unreported()).isEmpty();
  }

  private List<NewSignIn> unreported() {
    return service.context(InMemoryIdentity.class).sessions.places().unreported(9);
  }

  private void signIn(String forwardedFor, String agent) throws IOException {
    try (var wire = new RawSocketClient(service.port())) {
      wire.send(
          RawSocketClient.anonymous(
              "POST",
              "/v1/sessions",
              BODY,
              "X-Forwarded-For: " + forwardedFor,
              "User-Agent: " + agent));
      assertThat(wire.read(false).status()).isEqualTo(201);
    }
  }
}
