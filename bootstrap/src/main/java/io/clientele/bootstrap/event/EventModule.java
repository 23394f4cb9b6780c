package io.clientele.bootstrap.event;

import dagger.Module;
import dagger.Provides;
import dagger.multibindings.IntoSet;
import io.clientele.persistence.event.EventSchema;
import io.clientele.persistence.migration.SchemaContribution;

/** The published events. */
@Module
public interface EventModule {
  @Provides
  @IntoSet
  static SchemaContribution schema() {
    return EventSchema.contribution();
  }
}
