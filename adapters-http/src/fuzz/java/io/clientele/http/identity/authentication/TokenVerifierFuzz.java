package io.clientele.http.identity.authentication;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.util.Base64URL;
import io.clientele.domain.identity.AccessPolicy;
import io.clientele.domain.identity.IdentityPermission;
import io.clientele.http.security.JwtTokens;
import io.clientele.http.security.TokenKeys;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;

class TokenVerifierFuzz {
  private static final TokenKeys KEYS = TokenKeys.fresh();
  private static final TokenVerifier READER =
      new TokenVerifier(
          new AuthenticationConfig(KEYS, List.of(), Set.of()),
          new SecretKeySpec(new byte[32], "HmacSHA256"),
          new AccessPolicy(Set.of(IdentityPermission.GRANTS)),
          () -> Instant.EPOCH);
  private static final JWSHeader HEADER =
      new JWSHeader.Builder(JwtTokens.ALGORITHM)
          .type(JwtTokens.TYPE)
          .keyID(KEYS.signing().getKeyID())
          .build();
  private static final String OURS = "{\"iss\":\"clientele\",\"aud\":\"clientele\",\"exp\":9,";

  @FuzzTest
  void nothingThatWeDidNotSignIsAToken(byte[] data) throws JOSEException {
    var text = new String(data, ISO_8859_1);
    var coded = Base64URL.encode(data);
    assertThat(READER.read(text)).isNull();
    assertThat(READER.read(coded + "." + coded + "." + coded)).isNull();
    assertThat(READER.read(HEADER.toBase64URL() + "." + coded + "." + coded)).isNull();
    readsWithoutAnError(text);
    readsWithoutAnError(OURS + text);
  }

  private static void readsWithoutAnError(String claims) throws JOSEException {
    var token = new JWSObject(HEADER, new Payload(claims));
    token.sign(new ECDSASigner(KEYS.signing()));
    var caller = READER.read(token.serialize());
    assertThat(caller == null || claims.contains("sub")).isTrue();
  }
}
