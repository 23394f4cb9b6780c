package io.clientele.domain.task;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A page of tasks, in the order of their ids.
 *
 * @param next the last id of the page, after which the next page begins; null on the last page
 */
public record TaskPage(List<Task> tasks, @Nullable TaskId next) {
  public TaskPage {
    tasks = List.copyOf(Objects.requireNonNull(tasks, "tasks"));
  }

  /**
   * Makes a page of tasks that were read with one more than the page has.
   *
   * @param limit the size of the page
   */
  public static TaskPage of(List<Task> read, int limit) {
    return read.size() <= limit
        ? new TaskPage(read, null)
        : new TaskPage(read.subList(0, limit), read.get(limit - 1).id());
  }
}
