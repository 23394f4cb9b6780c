package io.clientele.bootstrap;

import dagger.BindsInstance;
import dagger.Component;
import dagger.Module;
import dagger.Provides;
import io.clientele.bootstrap.config.EnvironmentVariables;
import io.clientele.domain.identity.AccessPolicy;
import io.clientele.http.identity.authentication.UnauthenticatedAccess;
import io.clientele.http.route.Authenticator;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** {@link Service} without authentication: accepts every request. */
@Singleton
@Component(
    modules = {
      Platform.class,
      UnauthenticatedService.OpenAuthenticatorModule.class,
      Contexts.class
    })
interface UnauthenticatedService extends Service {
  /** Stands open. */
  @Module
  interface OpenAuthenticatorModule {
    @Provides
    static Authenticator authenticator(AccessPolicy policy) {
      return new UnauthenticatedAccess(policy);
    }
  }

  /** Wires one. */
  @Component.Factory
  interface BenchmarkComponent {
    UnauthenticatedService of(
        @BindsInstance EnvironmentVariables environment, @BindsInstance InstantSource clock);
  }
}
