package io.clientele.domain.account;

import io.clientele.domain.kernel.text.Email;
import io.clientele.domain.kernel.text.Metadata;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The data of a client that callers may amend.
 *
 * @param taxId null if the client gave none
 * @param emailVerified whether the host system confirmed that the address is the client's
 */
public record Profile(
    ClientName name, Email email, @Nullable TaxId taxId, Metadata metadata, boolean emailVerified) {
  public Profile {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(email, "email");
    Objects.requireNonNull(metadata, "metadata");
  }

  /** A profile whose e-mail address is not verified. */
  public Profile(ClientName name, Email email, @Nullable TaxId taxId, Metadata metadata) {
    this(name, email, taxId, metadata, false);
  }

  /** Returns this profile with its e-mail address verified or not. */
  public Profile withEmailVerified(boolean verified) {
    return new Profile(name, email, taxId, metadata, verified);
  }
}
