package io.clientele.http.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.clientele.domain.kernel.InvalidValue;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenKeysTest {
  @Test
  void theFirstKeySignsAndAllVerify() throws Exception {
    var newer = key("newer");
    var older = key("older");

    var keys = TokenKeys.parse(set(newer, older));

    assertThat(keys.signing()).isEqualTo(newer);
    assertThat(keys.all()).containsExactly(newer, older);
    assertThat(TokenKeys.parse(keys.secret())).isEqualTo(keys);
  }

  @Test
  void publishedKeysHaveNoPrivatePart() throws Exception {
    var published = new String(TokenKeys.fresh().published(), UTF_8);

    assertThat(JWKSet.parse(published).getKeys()).hasSize(1).noneMatch(JWK::isPrivate);
    assertThat(published).doesNotContain("\"d\"");
  }

  @Test
  void keysPrintOnlyTheirIds() throws Exception {
    assertThat(TokenKeys.parse(set(key("newer"), key("older")))).hasToString("*** newer, older");
  }

  @Test
  void aKeyThatCannotSignIsRefusedWithoutItsText() throws Exception {
    var named = key("one");
    refused("");
    refused("{\"keys\":[]}");
    refused("{\"keys\":[{\"kty\":\"EC\",\"d\":\"s3cret\"}]}");
    refused(set(named, named));
    refused(set(named.toPublicJWK()));
    refused(set(new ECKeyGenerator(Curve.P_256).generate()));
    refused(set(new ECKeyGenerator(Curve.P_384).keyID("large").generate()));
    refused(set(new ECKeyGenerator(Curve.P_256).keyID("a").keyUse(KeyUse.ENCRYPTION).generate()));
    refused(set(new OctetSequenceKeyGenerator(256).keyID("shared").generate()));
    refused(set(new RSAKeyGenerator(2048).keyID("rsa").generate()));
  }

  private static com.nimbusds.jose.jwk.ECKey key(String name) throws Exception {
    return new ECKeyGenerator(Curve.P_256).keyID(name).generate();
  }

  private static String set(JWK... keys) {
    return new JWKSet(List.of(keys)).toString(false);
  }

  private static void refused(String text) {
    assertThatThrownBy(() -> TokenKeys.parse(text))
        .isInstanceOf(InvalidValue.class)
        .hasMessageEndingWith("must be a JWK set of private keys on P-256 with a kid each")
        .hasNoCause();
  }
}
