package io.clientele.domain.views.modelcheck.model;

import io.clientele.domain.views.Offset;
import io.clientele.domain.views.ViewCounts;
import io.clientele.domain.views.WriterId;
import io.clientele.domain.views.staging.WriterLog;
import java.util.List;

/**
 * A process that counts.
 *
 * @param unsent views that stand in no batch yet
 * @param base with {@code kept} and {@code answered}: its {@link WriterLog}
 */
public record WriterState(
    Life life, ViewCounts unsent, Offset base, List<ViewCounts> kept, long answered) {
  static final WriterState UNBORN =
      new WriterState(Life.UNBORN, ViewCounts.NONE, Offset.START, List.of(), 0);
  public static final WriterState DEAD =
      new WriterState(Life.DEAD, ViewCounts.NONE, Offset.START, List.of(), 0);

  /** Where it is in its one life. */
  public enum Life {
    UNBORN,
    ALIVE,
    DEAD
  }

  public static WriterState bornWith(ViewCounts unsent) {
    return new WriterState(Life.ALIVE, unsent, Offset.START, List.of(), 0);
  }

  public WriterLog log(WriterId id) {
    return new WriterLog(id, base, kept, answered);
  }

  /** The log is made anew at the next step, so nothing in it may differ from what that gives. */
  public WriterState with(ViewCounts nowUnsent, WriterLog log) {
    var next = new WriterState(life, nowUnsent, log.base(), log.kept(), log.answered().seq());
    var again = next.log(log.writer());
    if (!again.answered().equals(log.answered())
        || !again.top().equals(log.top())
        || again.weight() != log.weight()) {
      throw new IllegalStateException("the marks of the log are not those of its batches");
    }
    return next;
  }

  public boolean isAlive() {
    return life == Life.ALIVE;
  }
}
