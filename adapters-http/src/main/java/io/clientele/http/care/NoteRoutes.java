package io.clientele.http.care;

import static io.clientele.domain.care.CarePermission.CHANGE_CARE;
import static io.clientele.domain.care.CarePermission.VIEW_CARE;
import static io.clientele.http.exchange.problem.ValidationErrors.sound;

import io.clientele.application.care.CareOutcome;
import io.clientele.application.care.ListNotes;
import io.clientele.application.care.RemoveNote;
import io.clientele.application.care.WriteNote;
import io.clientele.domain.care.AccountNote;
import io.clientele.domain.care.NoteId;
import io.clientele.http.exchange.IdempotentRequest;
import io.clientele.http.exchange.PathParameters;
import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.ReplayableResponse;
import io.clientele.http.exchange.RequestBodies;
import io.clientele.http.exchange.Responses;
import io.clientele.http.exchange.json.JsonWriter;
import io.clientele.http.exchange.paging.IdPagination;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.clientele.http.identity.authentication.Actors;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.route.Routes;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Writes, lists and removes the notes about an account. */
public final class NoteRoutes implements RouteGroup {
  private static final String ALL = "/v1/accounts/{id}/notes";

  private final WriteNote writeNote;
  private final ListNotes listNotes;
  private final RemoveNote removeNote;

  public NoteRoutes(WriteNote writeNote, ListNotes listNotes, RemoveNote removeNote) {
    this.writeNote = writeNote;
    this.listNotes = listNotes;
    this.removeNote = removeNote;
  }

  @Override
  public void addTo(Routes routes) {
    routes.post(ALL).permits(CHANGE_CARE).idempotent().by(this::write);
    routes.get(ALL).permits(VIEW_CARE).by(this::list);
    routes.delete(ALL + "/{note}").permits(CHANGE_CARE).by(this::remove);
  }

  private void write(Context http) throws IOException {
    var faults = new ValidationErrors();
    var id = PathParameters.accountId(http, faults);
    QueryParameters.of(http, faults, Set.of());
    var actor = Actors.changing(http, faults);
    faults.refuse();
    var outcome =
        writeNote.write(
            actor,
            sound(id),
            () -> CareJson.text(http),
            () -> IdempotentRequest.of(http, NoteRoutes::written));
    if (outcome instanceof CareOutcome.Replayed<AccountNote>(var response)) {
      Responses.replayed(http, response);
    } else {
      Responses.stored(http, written(CareProblems.done(outcome)));
    }
  }

  /** The 201 response without the author's name, which the stored response must not keep. */
  private static ReplayableResponse written(AccountNote note) {
    var body = JsonWriter.write(json -> CareJson.write(json, new ListNotes.Signed(note, null)));
    var location = "/v1/accounts/" + note.account() + "/notes/" + note.id();
    return new ReplayableResponse(201, location, null, new String(body, StandardCharsets.UTF_8));
  }

  private void list(Context http) throws IOException {
    var pages =
        new IdPagination<NoteId>(http.req().getRequestURI(), "account-notes-1", NoteId::parse);
    var faults = new ValidationErrors();
    var id = PathParameters.accountId(http, faults);
    faults.refuse();
    var asked = pages.asked(http);
    var page =
        CareProblems.done(listNotes.list(Actors.of(http), sound(id), asked.after(), asked.limit()));
    pages.answer(http, page.notes(), page.next(), asked.limit(), CareJson::write);
  }

  private void remove(Context http) {
    var faults = new ValidationErrors();
    var id = PathParameters.accountId(http, faults);
    var note = faults.parameter("note", () -> NoteId.parse(http.pathParam("note")));
    QueryParameters.of(http, faults, Set.of());
    var actor = Actors.changing(http, faults);
    faults.refuse();
    RequestBodies.ignore(http);
    CareProblems.done(removeNote.remove(actor, sound(id), sound(note)));
    Responses.empty(http, 204);
  }
}
