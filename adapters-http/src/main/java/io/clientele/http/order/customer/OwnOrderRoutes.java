package io.clientele.http.order.customer;

import static io.clientele.domain.order.OrderPermission.PLACE_ORDERS;
import static io.clientele.http.exchange.problem.ValidationErrors.sound;

import io.clientele.application.order.CancelOrder;
import io.clientele.application.order.ConfirmOrder;
import io.clientele.application.order.ListOwnOrders;
import io.clientele.application.order.ShowOrder;
import io.clientele.application.order.command.OrderOutcome;
import io.clientele.application.order.placing.PlaceOrder;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.order.Cancellation;
import io.clientele.domain.order.Order;
import io.clientele.domain.order.OrderId;
import io.clientele.domain.order.OrderState.Cause;
import io.clientele.http.exchange.PathParameters;
import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.RequestBodies;
import io.clientele.http.exchange.Responses;
import io.clientele.http.exchange.header.EntityTags;
import io.clientele.http.exchange.problem.ProblemException;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.clientele.http.identity.authentication.Actors;
import io.clientele.http.order.OrderProblems;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.route.Routes;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Set;
import java.util.function.Predicate;

/** Places, lists, shows, confirms and cancels the orders of the caller's account. */
public final class OwnOrderRoutes implements RouteGroup {
  private static final String ONE = OwnOrderListRequest.PATH + "/{id}";

  private final PlaceOrder placeOrder;
  private final ListOwnOrders listOrders;
  private final ShowOrder showOrder;
  private final ConfirmOrder confirmOrder;
  private final CancelOrder cancelOrder;

  public OwnOrderRoutes(
      PlaceOrder placeOrder,
      ListOwnOrders listOrders,
      ShowOrder showOrder,
      ConfirmOrder confirmOrder,
      CancelOrder cancelOrder) {
    this.placeOrder = placeOrder;
    this.listOrders = listOrders;
    this.showOrder = showOrder;
    this.confirmOrder = confirmOrder;
    this.cancelOrder = cancelOrder;
  }

  @Override
  public void addTo(Routes routes) {
    routes.get(OwnOrderListRequest.PATH).ofStore().permits(PLACE_ORDERS).by(this::list);
    routes.put(ONE).ofStore().permits(PLACE_ORDERS).by(this::place);
    routes.get(ONE).ofStore().permits(PLACE_ORDERS).by(this::show);
    routes.post(ONE + "/confirmation").ofStore().permits(PLACE_ORDERS).by(this::confirm);
    routes.post(ONE + "/cancellation").ofStore().permits(PLACE_ORDERS).by(this::cancel);
  }

  private void list(Context http) throws IOException {
    var faults = new ValidationErrors();
    var request = OwnOrderListRequest.of(http, faults);
    faults.refuse();
    var read = listOrders.list(Actors.of(http), request.after(), request.limit());
    request.answer(http, ProblemException.unlessGranted(read));
  }

  private void place(Context http) throws IOException {
    var faults = new ValidationErrors();
    var id = PathParameters.id(http, OrderId::parse, faults);
    QueryParameters.of(http, faults, Set.of());
    var actor = Actors.changing(http, faults);
    faults.refuse();
    var outcome = placeOrder.place(actor, sound(id), OrderCreationJson.read(http));
    var placed = PlacingProblems.placed(outcome);
    if (placed.isReplayed()) {
      http.res().setHeader("Idempotent-Replayed", "true");
      Responses.stored(http, OwnOrderJson.shown(200, null, placed.order()));
    } else {
      var location = OwnOrderListRequest.PATH + "/" + placed.order().id();
      Responses.stored(http, OwnOrderJson.shown(201, location, placed.order()));
    }
  }

  private void show(Context http) throws IOException {
    var faults = new ValidationErrors();
    var id = PathParameters.id(http, OrderId::parse, faults);
    QueryParameters.of(http, faults, Set.of());
    faults.refuse();
    var order =
        ProblemException.unlessGranted(showOrder.show(Actors.of(http), sound(id)))
            .orElseThrow(OrderProblems::noSuchOrder);
    Responses.stored(http, OwnOrderJson.shown(200, null, order));
  }

  private void confirm(Context http) throws IOException {
    change(http, confirmOrder::confirm);
  }

  /** Cancels the whole order: parts of it are cancelled by operations. */
  private void cancel(Context http) throws IOException {
    change(
        http,
        (actor, id, expected) ->
            cancelOrder.cancel(actor, id, expected, () -> Cancellation.whole(Cause.CUSTOMER)));
  }

  /** A command without a body. */
  private interface Command {
    OrderOutcome run(Actor actor, OrderId id, Predicate<Order> expected);
  }

  private static void change(Context http, Command command) throws IOException {
    var faults = new ValidationErrors();
    var id = PathParameters.id(http, OrderId::parse, faults);
    QueryParameters.of(http, faults, Set.of());
    var expected = EntityTags.expectedTags(http, faults);
    var actor = Actors.changing(http, faults);
    faults.refuse();
    RequestBodies.ignore(http);
    var outcome = command.run(actor, sound(id), order -> expected.test(OwnOrderJson.tag(order)));
    Responses.stored(http, OwnOrderJson.shown(200, null, OrderProblems.done(outcome)));
  }
}
