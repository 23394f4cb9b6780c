package io.clientele.http.parcel;

import static io.clientele.domain.parcel.ParcelPermission.SEND_PARCELS;
import static io.clientele.domain.parcel.ParcelPermission.VIEW_PARCELS;
import static io.clientele.http.exchange.problem.ValidationErrors.sound;

import io.clientele.application.parcel.DeliverParcel;
import io.clientele.application.parcel.SendParcel;
import io.clientele.application.parcel.ViewParcel;
import io.clientele.domain.parcel.ParcelId;
import io.clientele.http.exchange.PathParameters;
import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.RequestBodies;
import io.clientele.http.exchange.Responses;
import io.clientele.http.exchange.problem.Problem;
import io.clientele.http.exchange.problem.ProblemException;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.clientele.http.identity.authentication.Actors;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.route.Routes;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Set;

/** Sends, delivers and shows parcels. */
public final class ParcelRoutes implements RouteGroup {
  private static final String ALL = "/v1/parcels";

  private final SendParcel sendParcel;
  private final DeliverParcel deliverParcel;
  private final ViewParcel viewParcel;

  public ParcelRoutes(SendParcel sendParcel, DeliverParcel deliverParcel, ViewParcel viewParcel) {
    this.sendParcel = sendParcel;
    this.deliverParcel = deliverParcel;
    this.viewParcel = viewParcel;
  }

  @Override
  public void addTo(Routes routes) {
    routes.post(ALL).permits(SEND_PARCELS).by(this::send);
    routes.post(ALL + "/{id}/delivery").permits(SEND_PARCELS).by(this::deliver);
    routes.get(ALL + "/{id}").permits(VIEW_PARCELS).by(this::view);
  }

  private void send(Context http) throws IOException {
    var faults = new ValidationErrors();
    QueryParameters.of(http, faults, Set.of());
    var actor = Actors.changing(http, faults);
    faults.refuse();
    var asked = ParcelJson.read(http);
    switch (sendParcel.send(actor, asked.account(), asked.label())) {
      case SendParcel.Outcome.Sent(var parcel) -> {
        http.res().setHeader("Location", ALL + "/" + parcel.id());
        Responses.json(http, 201, ParcelJson.write(parcel));
      }
      case SendParcel.Outcome.Denied _ -> throw new ProblemException(Problem.notAllowed());
    }
  }

  private void deliver(Context http) throws IOException {
    var faults = new ValidationErrors();
    var id = PathParameters.id(http, ParcelId::parse, faults);
    QueryParameters.of(http, faults, Set.of());
    var actor = Actors.changing(http, faults);
    faults.refuse();
    RequestBodies.ignore(http);
    switch (deliverParcel.deliver(actor, sound(id))) {
      case DeliverParcel.Outcome.Delivered(var parcel) ->
          Responses.json(http, 200, ParcelJson.write(parcel));
      case DeliverParcel.Outcome.Denied _ -> throw new ProblemException(Problem.notAllowed());
      case DeliverParcel.Outcome.NoSuchParcel _ -> throw noSuchParcel();
    }
  }

  private static ProblemException noSuchParcel() {
    return new ProblemException(Problem.noSuchThing("There is no parcel of this id."));
  }

  private void view(Context http) throws IOException {
    var faults = new ValidationErrors();
    var id = PathParameters.id(http, ParcelId::parse, faults);
    QueryParameters.of(http, faults, Set.of());
    faults.refuse();
    var parcel =
        ProblemException.unlessGranted(viewParcel.view(Actors.of(http), sound(id)))
            .orElseThrow(ParcelRoutes::noSuchParcel);
    Responses.json(http, 200, ParcelJson.write(parcel));
  }
}
