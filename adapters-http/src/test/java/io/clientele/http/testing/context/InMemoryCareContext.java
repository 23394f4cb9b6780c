package io.clientele.http.testing.context;

import io.clientele.application.account.ReadAccountStanding;
import io.clientele.application.care.AssignOwner;
import io.clientele.application.care.ListNotes;
import io.clientele.application.care.RemoveNote;
import io.clientele.application.care.ViewCare;
import io.clientele.application.care.ViewTimeline;
import io.clientele.application.care.WriteNote;
import io.clientele.domain.account.Accounts;
import io.clientele.http.care.CareRoutes;
import io.clientele.http.care.NoteRoutes;
import io.clientele.http.route.RouteGroup;
import io.clientele.inmemory.care.InMemoryAccountNotes;
import io.clientele.inmemory.care.InMemoryAccountOwnerships;
import java.util.List;
import java.util.Random;

/** Customer care of a service in memory. */
public final class InMemoryCareContext implements InMemoryContext {
  private final InMemoryParts parts;
  private final Accounts accounts;
  private final InMemoryAccountNotes notes;
  private final InMemoryAccountOwnerships ownerships;

  InMemoryCareContext(InMemoryParts parts) {
    this.parts = parts;
    accounts = parts.context(InMemoryAccountContext.class).store();
    var changes = parts.changes();
    notes = new InMemoryAccountNotes(id -> accounts.find(id).present().isPresent(), changes);
    ownerships =
        new InMemoryAccountOwnerships(id -> accounts.find(id).present().isPresent(), changes);
    changes.addEraser(notes);
    changes.addEraser(ownerships);
  }

  @Override
  public List<RouteGroup> routes() {
    var clock = parts.clock();
    var standings = new ReadAccountStanding(accounts);
    var trail = parts.context(InMemoryAuditContext.class).trail();
    var operators = parts.context(InMemoryIdentity.class).operators;
    var ledger = parts.context(InMemoryLedgerContext.class).ledger();
    return List.of(
        new CareRoutes(
            new ViewCare(ownerships, standings, trail, operators),
            new AssignOwner(ownerships, standings, operators, clock),
            new ViewTimeline(trail, ledger, notes, operators, standings)),
        new NoteRoutes(
            new WriteNote(notes, standings, parts.changes().responses(), new Random(13), clock),
            new ListNotes(notes, standings, operators),
            new RemoveNote(notes, clock)));
  }

  @Override
  public void startOutage() {
    notes.startOutage();
    ownerships.startOutage();
  }

  @Override
  public void endOutage() {
    notes.endOutage();
    ownerships.endOutage();
  }
}
