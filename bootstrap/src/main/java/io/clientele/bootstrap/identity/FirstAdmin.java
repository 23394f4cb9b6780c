package io.clientele.bootstrap.identity;

import io.clientele.domain.kernel.text.Email;

/** The administrator that is added while none exists. Prints without the password. */
public record FirstAdmin(Email email, String password) {
  @Override
  public String toString() {
    return email.toString();
  }
}
