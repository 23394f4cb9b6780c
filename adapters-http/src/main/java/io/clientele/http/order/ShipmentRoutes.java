package io.clientele.http.order;

import static io.clientele.domain.order.OrderPermission.CHANGE_ORDERS;
import static io.clientele.domain.order.OrderPermission.VIEW_ORDERS;
import static io.clientele.http.exchange.problem.ValidationErrors.sound;

import io.clientele.application.order.ChangeShipment;
import io.clientele.application.order.PackShipment;
import io.clientele.application.order.ShowOrder;
import io.clientele.application.order.ShowShipment;
import io.clientele.application.order.TakeBackGoods;
import io.clientele.application.order.command.OrderOutcome;
import io.clientele.domain.order.OrderId;
import io.clientele.domain.order.line.ShipmentId;
import io.clientele.http.exchange.IdempotentRequest;
import io.clientele.http.exchange.PathParameters;
import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.RespondAsync;
import io.clientele.http.exchange.Responses;
import io.clientele.http.exchange.header.EntityTags;
import io.clientele.http.exchange.problem.ProblemException;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.clientele.http.identity.authentication.Actors;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.route.Routes;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;

/** Packs, shows and changes shipments, and takes goods back. */
public final class ShipmentRoutes implements RouteGroup {
  private static final String OF_ORDER = OrderListRequest.PATH + "/{id}";
  private static final String ONE = "/v1/shipments/{id}";

  private final ShowOrder showOrder;
  private final PackShipment packShipment;
  private final ShowShipment showShipment;
  private final ChangeShipment changeShipment;
  private final TakeBackGoods takeBackGoods;

  public ShipmentRoutes(
      ShowOrder showOrder,
      PackShipment packShipment,
      ShowShipment showShipment,
      ChangeShipment changeShipment,
      TakeBackGoods takeBackGoods) {
    this.showOrder = showOrder;
    this.packShipment = packShipment;
    this.showShipment = showShipment;
    this.changeShipment = changeShipment;
    this.takeBackGoods = takeBackGoods;
  }

  @Override
  public void addTo(Routes routes) {
    var subject = OrderSubject.of(showOrder);
    routes
        .post(OF_ORDER + "/shipments")
        .permits(CHANGE_ORDERS)
        .idempotent()
        .queueable(subject)
        .by(this::pack);
    routes
        .post(OF_ORDER + "/returns")
        .permits(CHANGE_ORDERS)
        .idempotent()
        .queueable(subject)
        .by(this::takeBack);
    routes.get(ONE).permits(VIEW_ORDERS).by(this::show);
    routes
        .patch(ONE)
        .permits(CHANGE_ORDERS)
        .queueable(OrderSubject.ofShipment(showShipment))
        .by(this::change);
  }

  private void pack(Context http) throws IOException {
    var faults = new ValidationErrors();
    var id = PathParameters.id(http, OrderId::parse, faults);
    QueryParameters.of(http, faults, Set.of());
    var actor = Actors.changing(http, faults);
    faults.refuse();
    var outcome =
        packShipment.pack(
            actor,
            sound(id),
            () -> OrderRequestJson.packing(http),
            () -> IdempotentRequest.of(http, ShipmentJson::packed));
    if (outcome instanceof OrderOutcome.Replayed(var response)) {
      Responses.replayed(http, response);
    } else {
      Responses.stored(http, ShipmentJson.packed(OrderProblems.done(outcome)));
    }
  }

  private void takeBack(Context http) throws IOException {
    var faults = new ValidationErrors();
    var id = PathParameters.id(http, OrderId::parse, faults);
    QueryParameters.of(http, faults, Set.of());
    var actor = Actors.changing(http, faults);
    IdempotentRequest.require(http, faults);
    faults.refuse();
    var outcome =
        takeBackGoods.takeBack(
            actor,
            sound(id),
            () -> OrderRequestJson.returning(http),
            () -> Objects.requireNonNull(IdempotentRequest.of(http, OrderJson::shown)));
    if (outcome instanceof OrderOutcome.Replayed(var response)) {
      Responses.replayed(http, response);
    } else {
      Responses.stored(http, OrderJson.shown(OrderProblems.done(outcome)));
    }
  }

  private void show(Context http) throws IOException {
    var faults = new ValidationErrors();
    var id = PathParameters.id(http, ShipmentId::parse, faults);
    QueryParameters.of(http, faults, Set.of());
    faults.refuse();
    var order =
        ProblemException.unlessGranted(showShipment.show(Actors.of(http), sound(id)))
            .orElseThrow(OrderProblems::noSuchShipment);
    Responses.stored(http, ShipmentJson.shown(order, sound(id)));
  }

  private void change(Context http) throws IOException {
    var faults = new ValidationErrors();
    var id = PathParameters.id(http, ShipmentId::parse, faults);
    QueryParameters.of(http, faults, Set.of());
    var expected = EntityTags.expected(http, faults);
    var actor = Actors.changing(http, faults);
    faults.refuse();
    var outcome =
        changeShipment.change(
            actor,
            sound(id),
            expected,
            before -> RespondAsync.accept(http, OrderRequestJson.patch(http, before)));
    Responses.stored(http, ShipmentJson.shown(OrderProblems.done(outcome), sound(id)));
  }
}
