package io.clientele.bootstrap.account;

import dagger.Module;
import dagger.Provides;
import dagger.multibindings.IntoSet;
import io.clientele.domain.account.AccountEvent;
import io.clientele.domain.kernel.event.PublishedTypes;

/** The types of events that accounts publish. */
@Module
interface AccountEventTypes {
  @Provides
  @IntoSet
  static PublishedTypes publishedTypes() {
    return AccountEvent.TYPES;
  }
}
