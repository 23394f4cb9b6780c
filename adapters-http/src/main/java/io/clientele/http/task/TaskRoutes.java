package io.clientele.http.task;

import static io.clientele.domain.task.TaskPermission.RETRY_TASKS;
import static io.clientele.domain.task.TaskPermission.VIEW_TASKS;
import static io.clientele.http.exchange.problem.ValidationErrors.sound;

import io.clientele.application.task.ListTasks;
import io.clientele.application.task.RetryTask;
import io.clientele.domain.task.TaskId;
import io.clientele.http.exchange.PathParameters;
import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.RequestBodies;
import io.clientele.http.exchange.Responses;
import io.clientele.http.exchange.paging.PageResponse;
import io.clientele.http.exchange.problem.Problem;
import io.clientele.http.exchange.problem.ProblemException;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.clientele.http.identity.authentication.Actors;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.route.Routes;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Set;

/** Lists tasks, and has them carried out again. */
public final class TaskRoutes implements RouteGroup {
  private static final String ALL = "/v1/tasks";

  private final ListTasks listTasks;
  private final RetryTask retryTask;

  /** Routes to these use cases. */
  public TaskRoutes(ListTasks listTasks, RetryTask retryTask) {
    this.listTasks = listTasks;
    this.retryTask = retryTask;
  }

  @Override
  public void addTo(Routes routes) {
    routes.get(ALL).permits(VIEW_TASKS).by(this::list);
    routes.post(ALL + "/{id}/retries").permits(RETRY_TASKS).by(this::retry);
  }

  private void list(Context http) throws IOException {
    var faults = new ValidationErrors();
    var asked = TaskListRequest.of(http, faults);
    faults.refuse();
    var page =
        ProblemException.unlessGranted(
            listTasks.list(Actors.of(http), asked.status(), asked.after(), asked.limit()));
    var cursor = page.next() == null ? null : asked.cursor(page.next());
    new PageResponse<>(page.tasks(), TaskJson::write, cursor).answer(http, ALL, asked.limit());
  }

  private void retry(Context http) {
    var faults = new ValidationErrors();
    var id = PathParameters.id(http, TaskId::parse, faults);
    QueryParameters.of(http, faults, Set.of());
    var actor = Actors.changing(http, faults);
    faults.refuse();
    RequestBodies.ignore(http);
    switch (retryTask.retry(actor, sound(id))) {
      case RetryTask.Outcome.Accepted _ -> Responses.empty(http, 204);
      case RetryTask.Outcome.Denied _ -> throw new ProblemException(Problem.notAllowed());
      case RetryTask.Outcome.NoSuchTask _ ->
          throw new ProblemException(Problem.noSuchThing("There is no task of this id."));
    }
  }
}
