package io.clientele.application.hook;

import io.clientele.domain.hook.HookMessageId;
import io.clientele.domain.task.NewTask;
import io.clientele.domain.task.TaskId;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** The tasks that handle received messages. */
final class HookTasks {
  static final String KIND = "hook.message";

  private HookTasks() {}

  /** A task that handles this message as soon as it can. */
  static NewTask handling(HookMessageId message, Instant at, RandomGenerator random) {
    var id = message.toString();
    return new NewTask(TaskId.of(at, random), KIND, id, null, at, id, null);
  }
}
