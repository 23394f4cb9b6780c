package io.clientele.http.identity;

import static io.clientele.domain.identity.IdentityPermission.CHANGE_OPERATORS;
import static io.clientele.domain.identity.IdentityPermission.VIEW_OPERATORS;
import static io.clientele.http.exchange.problem.ValidationErrors.sound;

import io.clientele.application.identity.AddOperator;
import io.clientele.application.identity.ChangeOperator;
import io.clientele.application.identity.ListOperators;
import io.clientele.application.identity.OperatorOutcome;
import io.clientele.application.identity.RemoveOperator;
import io.clientele.application.identity.ViewOperator;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.operator.Operator;
import io.clientele.http.exchange.PathParameters;
import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.RequestBodies;
import io.clientele.http.exchange.Responses;
import io.clientele.http.exchange.json.JsonWriter;
import io.clientele.http.exchange.paging.IdPagination;
import io.clientele.http.exchange.problem.Problem;
import io.clientele.http.exchange.problem.ProblemException;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.clientele.http.identity.authentication.Actors;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.route.Routes;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The routes of operators: list, add, read, change and remove. */
public final class OperatorRoutes implements RouteGroup {
  private static final String ALL = "/v1/operators";
  private static final String ONE = "/v1/operators/{id}";
  private static final IdPagination<OperatorId> PAGES =
      new IdPagination<>(ALL, "operators-1", OperatorId::parse);

  private final AddOperator addOperator;
  private final ListOperators listOperators;
  private final ViewOperator viewOperator;
  private final ChangeOperator changeOperator;
  private final RemoveOperator removeOperator;

  public OperatorRoutes(
      AddOperator addOperator,
      ListOperators listOperators,
      ViewOperator viewOperator,
      ChangeOperator changeOperator,
      RemoveOperator removeOperator) {
    this.addOperator = addOperator;
    this.listOperators = listOperators;
    this.viewOperator = viewOperator;
    this.changeOperator = changeOperator;
    this.removeOperator = removeOperator;
  }

  @Override
  public void addTo(Routes routes) {
    routes.post(ALL).permits(CHANGE_OPERATORS).by(this::add);
    routes.get(ALL).permits(VIEW_OPERATORS).by(this::list);
    routes.get(ONE).permits(VIEW_OPERATORS).by(this::view);
    routes.patch(ONE).permits(CHANGE_OPERATORS).by(this::change);
    routes.delete(ONE).permits(CHANGE_OPERATORS).by(this::remove);
  }

  private void add(Context http) throws IOException {
    var faults = new ValidationErrors();
    QueryParameters.of(http, faults, Set.of());
    var actor = Actors.changing(http, faults);
    faults.refuse();
    var added = OperatorJson.added(http);
    var operator = done(addOperator.add(actor, added.profile(), sound(added.password())));
    http.res().setHeader("Location", ALL + "/" + operator.id());
    answer(http, 201, operator);
  }

  private void list(Context http) throws IOException {
    var asked = PAGES.asked(http);
    var page =
        ProblemException.unlessGranted(
            listOperators.list(Actors.of(http), asked.after(), asked.limit()));
    PAGES.answer(http, page.operators(), page.next(), asked.limit(), OperatorJson::write);
  }

  private void view(Context http) throws IOException {
    var faults = new ValidationErrors();
    var id = id(http, faults);
    faults.refuse();
    answer(http, 200, found(Actors.of(http), sound(id)));
  }

  /** Changes an operator; 404 for the operator comes before 400 for the body. */
  private void change(Context http) throws IOException {
    var faults = new ValidationErrors();
    var id = id(http, faults);
    var actor = Actors.changing(http, faults);
    faults.refuse();
    var _ = found(actor, sound(id));
    var changed = OperatorJson.changed(http);
    var outcome = changeOperator.change(actor, sound(id), changed::over, changed.password());
    answer(http, 200, done(outcome));
  }

  private void remove(Context http) {
    var faults = new ValidationErrors();
    var id = id(http, faults);
    var actor = Actors.changing(http, faults);
    faults.refuse();
    if (RequestBodies.has(http)) {
      var _ = found(actor, sound(id)); // that there is none outranks a large body
      RequestBodies.ignore(http);
    }
    var _ = done(removeOperator.remove(actor, sound(id)));
    Responses.empty(http, 204);
  }

  private static @Nullable OperatorId id(Context http, ValidationErrors faults) {
    QueryParameters.of(http, faults, Set.of());
    return PathParameters.id(http, OperatorId::parse, faults);
  }

  private Operator found(Actor actor, OperatorId id) {
    return switch (viewOperator.view(actor, id)) {
      case ViewOperator.Outcome.Found(var operator) -> operator;
      case ViewOperator.Outcome.Denied _ -> throw new ProblemException(Problem.notAllowed());
      case ViewOperator.Outcome.NoSuchOperator _ -> throw noSuchOperator();
    };
  }

  private static Operator done(OperatorOutcome outcome) {
    return switch (outcome) {
      case OperatorOutcome.Done(var operator) -> operator;
      case OperatorOutcome.Denied _ -> throw new ProblemException(Problem.notAllowed());
      case OperatorOutcome.NoSuchOperator _ -> throw noSuchOperator();
      case OperatorOutcome.EmailTaken _ ->
          throw new ProblemException(
              Problem.of(409, "email-taken", "E-mail taken", "Another operator has this e-mail."));
      case OperatorOutcome.LastAdmin _ ->
          throw new ProblemException(
              Problem.of(
                  409,
                  "last-admin",
                  "Last admin",
                  "At least one active operator must have the role admin."));
      case OperatorOutcome.Overtaken _ -> throw new ProblemException(Problem.unavailable());
    };
  }

  private static ProblemException noSuchOperator() {
    return new ProblemException(Problem.noSuchThing("There is no operator with this id."));
  }

  private static void answer(Context http, int status, Operator operator) throws IOException {
    Responses.json(http, status, JsonWriter.write(json -> OperatorJson.write(json, operator)));
  }
}
