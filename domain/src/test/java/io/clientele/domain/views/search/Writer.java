package io.clientele.domain.views.search;

import io.clientele.domain.views.Mark;
import io.clientele.domain.views.ViewCounts;
import io.clientele.domain.views.WriterId;
import io.clientele.domain.views.WriterLog;
import java.util.List;

/**
 * A process that counts.
 *
 * @param unsent views that stand in no batch yet
 * @param base with {@code kept} and {@code answered}: its {@link WriterLog}
 */
record Writer(Life life, ViewCounts unsent, Mark base, List<ViewCounts> kept, long answered) {
  static final Writer UNBORN = new Writer(Life.UNBORN, ViewCounts.NONE, Mark.START, List.of(), 0);
  static final Writer DEAD = new Writer(Life.DEAD, ViewCounts.NONE, Mark.START, List.of(), 0);

  /** Where it is in its one life. */
  enum Life {
    UNBORN,
    ALIVE,
    DEAD
  }

  static Writer bornWith(ViewCounts unsent) {
    return new Writer(Life.ALIVE, unsent, Mark.START, List.of(), 0);
  }

  WriterLog log(WriterId id) {
    return new WriterLog(id, base, kept, answered);
  }

  /** The log is made anew at the next step, so nothing in it may differ from what that gives. */
  Writer with(ViewCounts nowUnsent, WriterLog log) {
    var next = new Writer(life, nowUnsent, log.base(), log.kept(), log.answered().seq());
    var again = next.log(log.writer());
    if (!again.answered().equals(log.answered())
        || !again.top().equals(log.top())
        || again.weight() != log.weight()) {
      throw new IllegalStateException("the marks of the log are not those of its batches");
    }
    return next;
  }

  boolean isAlive() {
    return life == Life.ALIVE;
  }
}
