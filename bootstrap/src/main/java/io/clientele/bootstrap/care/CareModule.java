package io.clientele.bootstrap.care;

import dagger.Module;
import dagger.Provides;
import dagger.multibindings.IntoSet;
import io.clientele.application.care.AssignOwner;
import io.clientele.application.care.ListNotes;
import io.clientele.application.care.RemoveNote;
import io.clientele.application.care.ViewCare;
import io.clientele.application.care.ViewTimeline;
import io.clientele.application.care.WriteNote;
import io.clientele.domain.audit.AuditTrail;
import io.clientele.domain.care.AccountNotes;
import io.clientele.domain.care.AccountOwnerships;
import io.clientele.domain.care.CarePermission;
import io.clientele.domain.identity.Grants;
import io.clientele.domain.identity.operator.Operators;
import io.clientele.domain.kernel.IdempotencyStore;
import io.clientele.domain.kernel.account.AccountStandings;
import io.clientele.domain.ledger.transfer.Ledger;
import io.clientele.http.care.CareRoutes;
import io.clientele.http.care.NoteRoutes;
import io.clientele.http.route.RouteGroup;
import io.clientele.persistence.care.CareEraser;
import io.clientele.persistence.care.JdbcAccountNotes;
import io.clientele.persistence.care.JdbcAccountOwnerships;
import io.clientele.persistence.change.AccountLock;
import io.clientele.persistence.change.ChangeStore;
import io.clientele.persistence.change.PersonalDataEraser;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.migration.SchemaContribution;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;

/** Plugs in customer care: owners, notes and timelines of accounts. */
@Module
public interface CareModule {
  @Provides
  @IntoSet
  static SchemaContribution schema() {
    return SchemaContribution.of("care");
  }

  @Provides
  @IntoSet
  static Grants grants() {
    return CarePermission.GRANTS;
  }

  @Provides
  @IntoSet
  static PersonalDataEraser eraser() {
    return new CareEraser();
  }

  @Provides
  @Singleton
  static AccountNotes notes(Database database, ChangeStore changes, AccountLock accounts) {
    return new JdbcAccountNotes(database, changes, accounts);
  }

  @Provides
  @Singleton
  static AccountOwnerships ownerships(
      Database database, ChangeStore changes, AccountLock accounts) {
    return new JdbcAccountOwnerships(database, changes, accounts);
  }

  @Provides
  static AssignOwner assignOwner(
      AccountOwnerships ownerships,
      AccountStandings accounts,
      Operators operators,
      InstantSource clock) {
    return new AssignOwner(ownerships, accounts, operators, clock);
  }

  @Provides
  static ViewCare viewCare(
      AccountOwnerships ownerships,
      AccountStandings accounts,
      AuditTrail trail,
      Operators operators) {
    return new ViewCare(ownerships, accounts, trail, operators);
  }

  @Provides
  static ViewTimeline viewTimeline(
      AuditTrail trail,
      Ledger ledger,
      AccountNotes notes,
      Operators operators,
      AccountStandings accounts) {
    return new ViewTimeline(trail, ledger, notes, operators, accounts);
  }

  @Provides
  static WriteNote writeNote(
      AccountNotes notes,
      AccountStandings accounts,
      IdempotencyStore responses,
      SecureRandom random,
      InstantSource clock) {
    return new WriteNote(notes, accounts, responses, random, clock);
  }

  @Provides
  @IntoSet
  static RouteGroup careRoutes(ViewCare view, AssignOwner assign, ViewTimeline timeline) {
    return new CareRoutes(view, assign, timeline);
  }

  @Provides
  @IntoSet
  static RouteGroup noteRoutes(
      WriteNote write,
      AccountNotes notes,
      AccountStandings accounts,
      Operators operators,
      InstantSource clock) {
    return new NoteRoutes(
        write, new ListNotes(notes, accounts, operators), new RemoveNote(notes, clock));
  }
}
