package io.clientele.http.order;

import static io.clientele.domain.order.OrderPermission.CHANGE_ORDERS;
import static io.clientele.domain.order.OrderPermission.VIEW_ORDERS;
import static io.clientele.http.exchange.problem.ValidationErrors.sound;

import io.clientele.application.order.CancelOrder;
import io.clientele.application.order.ConfirmOrder;
import io.clientele.application.order.ListOrders;
import io.clientele.application.order.ShowOrder;
import io.clientele.domain.order.OrderId;
import io.clientele.http.exchange.PathParameters;
import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.RequestBodies;
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
import java.util.Set;

/** Shows, lists, confirms and cancels orders. */
public final class OrderRoutes implements RouteGroup {
  private static final String ONE = OrderListRequest.PATH + "/{id}";

  private final ShowOrder showOrder;
  private final ListOrders listOrders;
  private final ConfirmOrder confirmOrder;
  private final CancelOrder cancelOrder;

  public OrderRoutes(
      ShowOrder showOrder,
      ListOrders listOrders,
      ConfirmOrder confirmOrder,
      CancelOrder cancelOrder) {
    this.showOrder = showOrder;
    this.listOrders = listOrders;
    this.confirmOrder = confirmOrder;
    this.cancelOrder = cancelOrder;
  }

  @Override
  public void addTo(Routes routes) {
    routes.get(OrderListRequest.PATH).permits(VIEW_ORDERS).by(this::list);
    routes.get(ONE).permits(VIEW_ORDERS).by(this::show);
    var subject = OrderSubject.of(showOrder);
    routes.post(ONE + "/confirmation").permits(CHANGE_ORDERS).queueable(subject).by(this::confirm);
    routes.post(ONE + "/cancellation").permits(CHANGE_ORDERS).queueable(subject).by(this::cancel);
  }

  private void list(Context http) throws IOException {
    var faults = new ValidationErrors();
    var request = OrderListRequest.of(http, faults);
    faults.refuse();
    var read =
        ProblemException.unlessGranted(listOrders.list(Actors.of(http), sound(request).query()));
    sound(request).answer(http, read);
  }

  private void show(Context http) throws IOException {
    var faults = new ValidationErrors();
    var id = PathParameters.id(http, OrderId::parse, faults);
    QueryParameters.of(http, faults, Set.of());
    faults.refuse();
    var order =
        ProblemException.unlessGranted(showOrder.show(Actors.of(http), sound(id)))
            .orElseThrow(OrderProblems::noSuchOrder);
    Responses.stored(http, OrderJson.shown(order));
  }

  private void confirm(Context http) throws IOException {
    var faults = new ValidationErrors();
    var id = PathParameters.id(http, OrderId::parse, faults);
    QueryParameters.of(http, faults, Set.of());
    var expected = EntityTags.expected(http, faults);
    var actor = Actors.changing(http, faults);
    faults.refuse();
    RequestBodies.ignore(http);
    RespondAsync.accept(http);
    var outcome = confirmOrder.confirm(actor, sound(id), order -> expected.test(order.version()));
    Responses.stored(http, OrderJson.shown(OrderProblems.done(outcome)));
  }

  private void cancel(Context http) throws IOException {
    var faults = new ValidationErrors();
    var id = PathParameters.id(http, OrderId::parse, faults);
    QueryParameters.of(http, faults, Set.of());
    var expected = EntityTags.expected(http, faults);
    var actor = Actors.changing(http, faults);
    faults.refuse();
    var outcome =
        cancelOrder.cancel(
            actor,
            sound(id),
            order -> expected.test(order.version()),
            () -> RespondAsync.accept(http, OrderRequestJson.cancellation(http)));
    Responses.stored(http, OrderJson.shown(OrderProblems.done(outcome)));
  }
}
