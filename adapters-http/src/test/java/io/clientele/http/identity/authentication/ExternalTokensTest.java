package io.clientele.http.identity.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.Payload;
import io.clientele.domain.identity.Front;
import io.clientele.domain.identity.Role;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.http.security.oidc.ExternalTokenVerifier;
import io.clientele.http.security.oidc.OidcIssuer;
import io.clientele.http.security.oidc.RefusedSubject;
import io.clientele.http.testing.LocalOidcIssuer;
import io.clientele.http.testing.context.InMemoryContexts;
import io.clientele.http.testing.context.InMemoryIdentity;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a token of an outside issuer must say, and who its caller is. */
@Timeout(20)
class ExternalTokensTest {
  private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

  private LocalOidcIssuer issuer;
  private TokenVerifier reader;

  @BeforeEach
  void start() throws Exception {
    issuer = new LocalOidcIssuer();
    reader = reader(issuer.configured());
  }

  @AfterEach
  void stop() {
    issuer.close();
  }

  @Test
  void aValidTokenNamesItsCallerAndKnownRoles() throws Exception {
    var caller = caller(claims(""));

    assertThat(caller.verified().name()).isEqualTo("Ada Lovelace");
    assertThat(caller.verified().subject()).isEqualTo("ada");
    assertThat(caller.actor().roles()).containsExactly(Role.AUDITOR);
  }

  @Test
  void theActorHasAStableNameWithoutTheSubject() throws Exception {
    var name = caller(claims("")).actor().name();

    assertThat(name).matches("external:[0-9a-f]{8}:[A-Za-z0-9_-]{22}");
    assertThat(caller(claims("")).actor().name()).isEqualTo(name);
    assertThat(caller(claims("'sub':'grace'")).actor().name())
        .startsWith(name.substring(0, 18))
        .isNotEqualTo(name);
    assertThat(caller(claims("")).toString()).doesNotContain("ada").doesNotContain("Ada");
  }

  @Test
  void theNameHasTheDocumentedFormat() {
    assertThat(caller(claims("")).actor().name())
        .startsWith("external:" + sha256(issuer.url()).substring(0, 8) + ":");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'aud':'another'",
        "'aud':'clientele'",
        "'aud':null",
        "'aud':[]",
        "'iss':'clientele'",
        "'iss':'https://id.example.com'",
        "'iss':null",
        "'iss':7"
      })
  void anUnknownIssuerOrAudienceIsRefusedWithoutAFetch(String changed) throws Exception {
    refused(claims(changed));
    assertThat(issuer.asked()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "at+jwt",
        "AT+JWT",
        "application/at+jwt",
        "Application/AT+JWT",
        "JWT",
        "jwt",
        "application/jwt"
      })
  void theseTypesAreAccessTokens(String type) throws Exception {
    assertThat(reader.read(typed(type))).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"id+jwt", "dpop+jwt", "application/", "application/id+jwt", "text/jwt"})
  void otherTypesAreRefused(String type) throws Exception {
    assertThat(reader.read(typed(type))).isNull();
  }

  @Test
  void aTokenWithoutATypeIsRefused() throws Exception {
    var header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(issuer.kid()).build();
    assertThat(reader.read(issuer.signed(header, new Payload(claims(""))))).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "'exp':%d; 1",
        "'exp':%d; -29",
        "'iat':%d; 29",
        "'iat':%d; -86399",
        "'nbf':%d; 29",
        "'nbf':%d; -1",
        "'exp':%d.5; 600",
        "'exp':%d; 863999"
      })
  void validTimesAreAccepted(String claim, long seconds) throws Exception {
    caller(claims(claim.formatted(NOW.getEpochSecond() + seconds)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "'exp':%d; -31",
        "'iat':%d; 31",
        "'iat':%d; -86431",
        "'nbf':%d; 31",
        "'iat':null,'exp':%d; 86431"
      })
  void invalidTimesAreRefused(String claim, long seconds) throws Exception {
    refused(claims(claim.formatted(NOW.getEpochSecond() + seconds)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'exp':null",
        "'exp':94670000000000",
        "'exp':253402300800",
        "'exp':-1",
        "'exp':1e400",
        "'exp':-1e400",
        "'exp':9223372036854775807",
        "'exp':99999999999999999999",
        "'exp':1e18",
        "'exp':'tomorrow'",
        "'exp':true",
        "'exp':[1]",
        "'iat':-1",
        "'iat':1e400",
        "'iat':'now'",
        "'iat':{}",
        "'nbf':9e30",
        "'nbf':false",
        "'iat':null,'exp':94670000000000"
      })
  void extremeTimesAreRefusedWithoutAnError(String changed) throws Exception {
    refused(claims(changed));
  }

  @Test
  void aTokenExpiresAtItsMaximumAge() throws Exception {
    reader = reader(issuer.configured(Set.of(Role.AUDITOR), Duration.ofHours(1)));
    var issuedAt = NOW.getEpochSecond() - 3000;
    var far = ",'exp':" + (NOW.getEpochSecond() + 1_000_000);

    assertThat(caller(claims("'iat':" + issuedAt + far)).expiresAt())
        .isEqualTo(NOW.plusSeconds(600));
    refused(claims("'iat':" + (issuedAt - 631) + far));
    caller(claims("'iat':null,'exp':" + (NOW.getEpochSecond() + 3600)));
    refused(claims("'iat':null,'exp':" + (NOW.getEpochSecond() + 3631)));
  }

  @Test
  void rolesThatTheIssuerMayNotGrantAreIgnored() throws Exception {
    var all = claims("'roles':['admin','operator','auditor','customer']");

    assertThat(caller(all).actor().roles())
        .containsExactlyInAnyOrder(Role.OPERATOR, Role.AUDITOR, Role.CUSTOMER);
    assertThat(caller(claims("'roles':['admin']")).actor().roles()).isEmpty();
    assertThat(caller(claims("'roles':null")).actor().roles()).isEmpty();
    reader = reader(issuer.configured(Set.of(Role.ADMIN), Duration.ofHours(1)));
    assertThat(caller(all).actor().roles()).containsExactly(Role.ADMIN);
    refused(claims("'roles':'admin'"));
    refused(claims("'roles':[7]"));
  }

  @Test
  void theStoreBelievesTheRoleCustomerOnlyAndATokenForBothFrontsIsRefused() throws Exception {
    var store =
        new OidcIssuer(
            issuer.url(), "clientele-store", OidcIssuer.DEFAULT_ROLES, Duration.ofHours(1));
    reader = reader(issuer.configured(), store);
    var caller = caller(claims("'roles':['operator','customer'],'aud':'clientele-store'"));
    assertThat(caller.front()).isEqualTo(Front.STORE);
    assertThat(caller.actor().roles()).containsExactly(Role.CUSTOMER);
    assertThat(caller(claims("'roles':['operator']")).front()).isEqualTo(Front.OPERATIONS);
    refused(claims("'aud':['accounts','clientele-store']"));
  }

  @Test
  void oneIssuerMayServeSeveralAudiences() throws Exception {
    var second = new OidcIssuer(issuer.url(), "second", Set.of(Role.ADMIN), Duration.ofHours(1));
    reader = reader(issuer.configured(), second);

    assertThat(caller(claims("'roles':['admin']")).actor().roles()).isEmpty();
    assertThat(caller(claims("'roles':['admin'],'aud':'second'")).actor().roles())
        .containsExactly(Role.ADMIN);
    refused(claims("'aud':['accounts','second']"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'sub':null",
        "'sub':''",
        "'sub':' '",
        "'sub':7",
        "'sub':['ada']",
        "'sub':'a\\u0000b'",
        "'sub':'a\\nb'",
        "'sub':'a\\u001b[31mb'",
        "'sub':'a\\u0085b'",
        "'sub':'a\\u2028b'",
        "'sub':'a\\ud800b'",
        "'sub':'\\udc00'",
        "'account_id':'7'",
        "'account_id':7",
        "'account_id':'a\\u0000b'"
      })
  void claimsThatCannotBeStoredOrLoggedAreRefused(String changed) throws Exception {
    refused(claims(changed));
  }

  @Test
  void aSubjectHasAtMost255Characters() throws Exception {
    assertThat(caller(claims("'sub':'" + "x".repeat(255) + "'"))).isNotNull();
    refused(claims("'sub':'" + "x".repeat(256) + "'"));
    refused(claims("'sub':'" + "x".repeat(4000) + "'"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"'name':null", "'name':7", "'name':'a\\ud800'", "'name':'a\\nb'"})
  void anUnprintableNameIsReplacedByTheSubject(String changed) throws Exception {
    assertThat(caller(claims(changed)).verified().name()).isEqualTo("ada");
  }

  @Test
  void onlyTheRefusedSubjectIsRefused() throws Exception {
    reader = reader(Set.of(new RefusedSubject(issuer.url(), "auth0|7")), issuer.configured());

    refused(claims("'sub':'auth0|7'"));
    assertThat(caller(claims("'sub':'auth0|77'"))).isNotNull();
    assertThat(caller(claims(""))).isNotNull();
  }

  @Test
  void duringAnOutageOfTheIssuerItsTokensAreUnavailable() throws Exception {
    issuer.behave(LocalOidcIssuer.Behaviour.WITH_A_FAULT);
    assertThatThrownBy(() -> reader.read(issuer.token(claims(""))))
        .isInstanceOf(PortUnavailable.class);
  }

  private AuthenticatedCaller.Outside caller(String claims) {
    try {
      return (AuthenticatedCaller.Outside)
          Objects.requireNonNull(reader.read(issuer.token(claims)));
    } catch (Exception e) {
      throw new AssertionError(claims, e);
    }
  }

  private void refused(String claims) throws Exception {
    assertThat(reader.read(issuer.token(claims))).as(claims).isNull();
  }

  private String typed(String type) throws Exception {
    var header = new JWSHeader.Builder(JWSAlgorithm.ES256).type(new JOSEObjectType(type));
    return issuer.signed(header.keyID(issuer.kid()).build(), new Payload(claims("")));
  }

  /** Good claims, of which these are changed; quotes are written as apostrophes. */
  private String claims(String changed) {
    var now = NOW.getEpochSecond();
    var good = new LinkedHashMap<String, String>();
    good.put("iss", "'" + issuer.url() + "'");
    good.put("aud", "'" + LocalOidcIssuer.AUDIENCE + "'");
    good.put("sub", "'ada'");
    good.put("name", "'Ada Lovelace'");
    good.put("roles", "['auditor','pilot']");
    good.put("iat", "" + now);
    good.put("exp", "" + (now + 600));
    good.keySet().removeIf(name -> changed.contains("'" + name + "':"));
    var all = new ArrayList<String>();
    good.forEach((name, value) -> all.add("'" + name + "':" + value));
    if (!changed.isEmpty()) {
      all.add(changed);
    }
    return ("{" + String.join(",", all) + "}").replace('\'', '"');
  }

  private TokenVerifier reader(OidcIssuer... issuers) {
    return reader(Set.of(), issuers);
  }

  private static TokenVerifier reader(Set<RefusedSubject> refused, OidcIssuer... issuers) {
    return new TokenVerifier(
        InMemoryIdentity.KEYS,
        new ExternalTokenVerifier(
            List.of(issuers), refused, InMemoryIdentity.NAMING, InMemoryContexts.POLICY),
        InMemoryContexts.POLICY,
        InstantSource.fixed(NOW));
  }

  private static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
