package io.clientele.bootstrap.identity;

import dagger.Module;
import dagger.Provides;
import dagger.multibindings.IntoSet;
import io.clientele.application.identity.preference.ChoosePreferences;
import io.clientele.application.identity.preference.ViewPreferences;
import io.clientele.http.identity.PreferencesRoutes;
import io.clientele.http.route.RouteGroup;
import io.clientele.persistence.change.ChangeStore;
import io.clientele.persistence.identity.JdbcPreferences;
import io.clientele.persistence.jdbc.Database;
import java.time.InstantSource;

/** Provides the preferences of operators. */
@Module
interface PreferencesModule {
  @Provides
  @IntoSet
  static RouteGroup preferencesRoutes(Database database, ChangeStore changes, InstantSource clock) {
    var preferences = new JdbcPreferences(database, changes);
    return new PreferencesRoutes(
        new ViewPreferences(preferences), new ChoosePreferences(preferences, clock));
  }
}
