package io.clientele.http.task;

import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.task.Task;
import io.clientele.domain.task.TaskId;
import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.paging.Cursor;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of the list of tasks, and the cursor that contains them on later pages.
 *
 * @param status null for all
 * @param after null for the first page
 */
record TaskListRequest(Task.@Nullable Status status, @Nullable TaskId after, int limit) {
  private static final String FORM = "tasks-1";
  private static final Set<String> PARAMETERS = Set.of("limit", "cursor", "status");
  private static final List<String> STATUSES =
      Arrays.stream(Task.Status.values()).map(TaskListRequest::name).toList();

  static TaskListRequest of(Context http, ValidationErrors faults) {
    var query = QueryParameters.of(http, faults, PARAMETERS);
    var limit = query.limit(faults);
    var given = query.text("status");
    if (given != null && !STATUSES.contains(given)) {
      faults.parameter("status", "must be one of " + String.join(", ", STATUSES));
    }
    var cursor = query.text("cursor");
    if (cursor == null) {
      return new TaskListRequest(status(given), null, limit);
    }
    var fields = Cursor.read(cursor, FORM, 3);
    var after = fields == null ? null : id(fields.get(2));
    if (fields == null || after == null) {
      faults.parameter("cursor", "must be one that this list gave");
      return new TaskListRequest(null, null, limit);
    }
    if (given != null && !given.equals(fields.get(1))) {
      faults.parameter("status", "must be what it was when the cursor was given");
    }
    return new TaskListRequest(status(fields.get(1)), after, limit);
  }

  /** The cursor of the page that begins after this task. */
  String cursor(TaskId last) {
    return Cursor.write(Arrays.asList(FORM, status == null ? null : name(status), last.toString()));
  }

  private static String name(Task.Status status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  private static Task.@Nullable Status status(@Nullable String text) {
    return text == null || !STATUSES.contains(text)
        ? null
        : Task.Status.valueOf(text.toUpperCase(Locale.ROOT));
  }

  private static @Nullable TaskId id(@Nullable String text) {
    try {
      return text == null ? null : TaskId.parse(text);
    } catch (InvalidValue forged) {
      return null;
    }
  }
}
