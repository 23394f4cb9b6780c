package io.clientele.bootstrap.hook;

import dagger.Module;
import dagger.Provides;
import dagger.multibindings.IntoSet;
import dagger.multibindings.Multibinds;
import io.clientele.application.hook.HandleHookMessage;
import io.clientele.application.hook.ListHookMessages;
import io.clientele.application.hook.ReceiveHook;
import io.clientele.application.hook.ReplayHookMessage;
import io.clientele.application.hook.ViewHookMessage;
import io.clientele.application.kernel.Job;
import io.clientele.bootstrap.config.Config;
import io.clientele.bootstrap.config.SettingGroup;
import io.clientele.domain.hook.HookHandler;
import io.clientele.domain.hook.HookPermission;
import io.clientele.domain.hook.Inbox;
import io.clientele.domain.identity.Grants;
import io.clientele.domain.task.TaskHandler;
import io.clientele.http.hook.HookRoutes;
import io.clientele.http.route.RouteGroup;
import io.clientele.persistence.change.ChangeStore;
import io.clientele.persistence.hook.HookRetention;
import io.clientele.persistence.hook.HookSchema;
import io.clientele.persistence.hook.JdbcInbox;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.migration.SchemaContribution;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;

/** Plugs in messages of other systems. Contexts contribute the handlers of their sources. */
@Module
public interface HookModule {
  @Multibinds
  Set<HookHandler> handlers();

  @Provides
  @IntoSet
  static SchemaContribution schema() {
    return HookSchema.contribution();
  }

  @Provides
  @IntoSet
  static Grants grants() {
    return HookPermission.GRANTS;
  }

  @Provides
  @IntoSet
  static SettingGroup settings() {
    return HookSettings.GROUP;
  }

  @Provides
  @Singleton
  static Inbox inbox(Database database, ChangeStore changes) {
    return new JdbcInbox(database, changes);
  }

  @Provides
  @IntoSet
  static TaskHandler handler(Inbox inbox, Set<HookHandler> handlers) {
    return new HandleHookMessage(inbox, handlers);
  }

  @Provides
  @IntoSet
  static Job retention(Database database, InstantSource clock) {
    var retention = new HookRetention(database);
    return new Job(
        "hook-parts",
        Duration.ofHours(6),
        0.9,
        () -> retention.drop(clock.instant().minus(Inbox.KEPT)));
  }

  @Provides
  @IntoSet
  static RouteGroup routes(Inbox inbox, Config config, SecureRandom random, InstantSource clock) {
    return new HookRoutes(
        new ReceiveHook(inbox, config.get(HookSettings.SOURCES), clock, random),
        new ListHookMessages(inbox),
        new ViewHookMessage(inbox),
        new ReplayHookMessage(inbox, clock, random));
  }
}
