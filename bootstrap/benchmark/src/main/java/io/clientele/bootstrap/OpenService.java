package io.clientele.bootstrap;

import dagger.BindsInstance;
import dagger.Component;
import dagger.Module;
import dagger.Provides;
import io.clientele.bootstrap.config.Config;
import io.clientele.http.Admission;
import io.clientele.http.identity.OpenAdmission;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The same as {@link Service}, but for who is let in: everyone. */
@Singleton
@Component(
    modules = {
      AccountModule.class,
      AuditModule.class,
      BackOfficeModule.class,
      OpenService.Door.class,
      IdentityModule.class,
      ViewsModule.class,
      PersistenceModule.class,
      CacheModule.class,
      HttpModule.class,
      TelemetryModule.class
    })
interface OpenService extends Service {
  /** Stands open. */
  @Module
  interface Door {
    @Provides
    static Admission admission() {
      return new OpenAdmission();
    }
  }

  /** Wires one. */
  @Component.Factory
  interface Wiring {
    OpenService of(@BindsInstance Config config, @BindsInstance InstantSource clock);
  }
}
