package io.clientele.bootstrap;

import dagger.BindsInstance;
import dagger.Component;
import io.clientele.bootstrap.config.EnvironmentVariables;
import io.clientele.bootstrap.identity.AuthenticatorModule;
import io.clientele.bootstrap.parcel.ParcelModule;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The service with one more context. Nothing else differs from {@link Service}. */
@Singleton
@Component(
    modules = {Platform.class, AuthenticatorModule.class, Contexts.class, ParcelModule.class})
interface ServiceWithParcels extends Service {
  /** Makes one from an environment and a clock. */
  @Component.Factory
  interface Wiring {
    ServiceWithParcels of(
        @BindsInstance EnvironmentVariables environment, @BindsInstance InstantSource clock);
  }
}
