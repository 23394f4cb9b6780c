package io.clientele.bootstrap.parcel;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import dagger.multibindings.IntoSet;
import io.clientele.application.kernel.Job;
import io.clientele.application.parcel.DeliverParcel;
import io.clientele.application.parcel.DeliverScannedParcel;
import io.clientele.application.parcel.SendParcel;
import io.clientele.application.parcel.ViewParcel;
import io.clientele.bootstrap.config.Config;
import io.clientele.bootstrap.config.ContextSetting;
import io.clientele.bootstrap.config.SettingGroup;
import io.clientele.bootstrap.config.SettingValues;
import io.clientele.bootstrap.telemetry.Meters;
import io.clientele.domain.hook.HookHandler;
import io.clientele.domain.identity.Grants;
import io.clientele.domain.parcel.ParcelPermission;
import io.clientele.domain.parcel.Parcels;
import io.clientele.http.parcel.ParcelRoutes;
import io.clientele.http.route.RouteGroup;
import io.clientele.persistence.change.ChangeStore;
import io.clientele.persistence.change.ErasureVeto;
import io.clientele.persistence.change.PersonalDataEraser;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.migration.SchemaContribution;
import io.clientele.persistence.parcel.JdbcParcels;
import io.clientele.persistence.parcel.ParcelLabelEraser;
import io.clientele.persistence.parcel.ParcelVeto;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** All that the parcel context contributes to the service. */
@Module
public interface ParcelModule {
  ContextSetting<Duration> COUNT_INTERVAL =
      ContextSetting.of(
          "PARCEL_COUNT_INTERVAL",
          "PT15S",
          "Time between counts of parcels, PT0.1S to PT1H",
          text ->
              SettingValues.duration(
                  text,
                  Duration.ofMillis(100),
                  Duration.ofHours(1),
                  "must be a duration from PT0.1S to PT1H"));

  @Provides
  @Singleton
  static Parcels parcels(Database database, ChangeStore changes) {
    return new JdbcParcels(database, changes);
  }

  @Provides
  @Singleton
  static ParcelCount count(Parcels parcels, Config config) {
    return new ParcelCount(parcels, config.get(COUNT_INTERVAL));
  }

  @Provides
  @IntoSet
  static RouteGroup routes(Parcels parcels, SecureRandom random, InstantSource clock) {
    return new ParcelRoutes(
        new SendParcel(parcels, random, clock),
        new DeliverParcel(parcels, clock),
        new ViewParcel(parcels));
  }

  @Provides
  @IntoSet
  static HookHandler carrierScans(Parcels parcels, InstantSource clock) {
    return new DeliverScannedParcel(parcels, clock);
  }

  @Provides
  @IntoSet
  static Grants grants() {
    return ParcelPermission.GRANTS;
  }

  @Provides
  @IntoSet
  static ErasureVeto veto() {
    return new ParcelVeto();
  }

  @Provides
  @IntoSet
  static PersonalDataEraser eraser() {
    return new ParcelLabelEraser();
  }

  @Provides
  @IntoSet
  static SchemaContribution schema() {
    return SchemaContribution.of("parcel");
  }

  @Provides
  @IntoSet
  static SettingGroup settings() {
    return new SettingGroup("Parcels", List.of(COUNT_INTERVAL));
  }

  @Provides
  @IntoSet
  static Job job(ParcelCount count) {
    return count.job();
  }

  @Binds
  @IntoSet
  Meters meters(ParcelCount count);
}
