package io.clientele.bootstrap.identity;

import dagger.Binds;
import dagger.Module;
import io.clientele.http.identity.authentication.PasswordChangeEnforcer;
import io.clientele.http.route.Authenticator;

/** Who is let in: whoever brings a good token. Apart, so that its cost can be measured. */
@Module
public interface AuthenticatorModule {
  @Binds
  Authenticator admission(PasswordChangeEnforcer bearers);
}
