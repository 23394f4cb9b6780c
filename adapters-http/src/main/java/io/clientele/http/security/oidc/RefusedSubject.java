package io.clientele.http.security.oidc;

import io.clientele.domain.kernel.InvalidValue;

/**
 * A subject of an outside issuer whose tokens are refused. Prints without the subject.
 *
 * @param subject the {@code sub} of its tokens, letter for letter
 */
public record RefusedSubject(String issuer, String subject) {
  public RefusedSubject {
    if (issuer.isEmpty() || subject.isEmpty()) {
      throw new InvalidValue("oidcRefused", "must be issuer|sub, separated by comma");
    }
  }

  /** Reads {@code issuer|sub}. The subject may hold further bars. */
  public static RefusedSubject parse(String text) {
    var bar = text.indexOf('|');
    return bar < 0
        ? new RefusedSubject("", "")
        : new RefusedSubject(text.substring(0, bar).strip(), text.substring(bar + 1).strip());
  }

  @Override
  public String toString() {
    return issuer + "|***";
  }
}
