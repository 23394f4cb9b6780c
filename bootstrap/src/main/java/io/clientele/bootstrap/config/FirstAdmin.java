package io.clientele.bootstrap.config;

import io.clientele.domain.kernel.text.Email;

/** Who is let in while there is no administrator. Prints without the password. */
public record FirstAdmin(Email email, String password) {
  @Override
  public String toString() {
    return email.toString();
  }
}
