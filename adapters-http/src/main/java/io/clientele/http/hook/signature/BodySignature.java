package io.clientele.http.hook.signature;

import io.clientele.domain.hook.HookContent;
import io.clientele.domain.hook.SignatureVerifier;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Verifies a signature {@code sha256=<hex>} of the body alone. The id is not signed, and there is
 * no time: who has one message can send it again under another id.
 */
final class BodySignature implements SignatureVerifier {
  private static final String PREFIX = "sha256=";

  private final String name;
  private final HmacSha256 hmac;
  private final String signatureHeader;
  private final String idHeader;

  BodySignature(String name, String secret, String signatureHeader, String idHeader) {
    this.name = name;
    this.hmac = new HmacSha256(secret);
    this.signatureHeader = signatureHeader;
    this.idHeader = idHeader;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Set<String> headers() {
    return Set.of(signatureHeader, idHeader);
  }

  @Override
  public Optional<String> verify(HookContent content, Instant now) {
    var signature = content.header(signatureHeader);
    var isValid =
        signature != null
            && signature.startsWith(PREFIX)
            && hmac.isOf(signature.substring(PREFIX.length()), content.body());
    return isValid ? ExternalIds.of(content.header(idHeader)) : Optional.empty();
  }
}
