package io.clientele.bootstrap.identity;

import dagger.Binds;
import dagger.Module;
import io.clientele.http.identity.authentication.PasswordChangeEnforcer;
import io.clientele.http.route.Authenticator;

/**
 * Binds the authenticator to the checks of tokens and keys. A module of its own, so that a
 * benchmark can replace it.
 */
@Module
public interface AuthenticatorModule {
  @Binds
  Authenticator authenticator(PasswordChangeEnforcer enforcer);
}
