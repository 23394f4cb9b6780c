package io.clientele.domain.views.modelcheck.model;

import io.clientele.domain.views.Offset;
import io.clientele.domain.views.OffsetRange;
import io.clientele.domain.views.ViewCounts;
import io.clientele.domain.views.WriterId;
import io.clientele.domain.views.staging.WriterLog;
import java.util.List;
import java.util.Map;

/**
 * A counting process.
 *
 * @param unsent views that are in no batch yet
 * @param base with {@code kept}, {@code answered} and {@code earlier}: its {@link WriterLog}
 * @param hasNew whether the last of {@code kept} never left the process
 */
public record WriterState(
    Life life,
    ViewCounts unsent,
    Offset base,
    List<ViewCounts> kept,
    long answered,
    Map<WriterId, OffsetRange> earlier,
    boolean hasNew) {
  static final WriterState UNBORN = in(Life.UNBORN, ViewCounts.NONE);
  public static final WriterState DEAD = in(Life.DEAD, ViewCounts.NONE);

  /** The phase of its life. */
  public enum Life {
    UNBORN,
    ALIVE,
    DEAD
  }

  public static WriterState bornWith(ViewCounts unsent) {
    return in(Life.ALIVE, unsent);
  }

  private static WriterState in(Life life, ViewCounts unsent) {
    return new WriterState(life, unsent, Offset.START, List.of(), 0, Map.of(), false);
  }

  public WriterLog log(WriterId id) {
    if (!hasNew) {
      return new WriterLog(id, base, kept, answered, earlier);
    }
    var before = kept.size() - 1;
    var log = new WriterLog(id, base, kept.subList(0, before), base.seq() + before, earlier);
    log.form(kept.get(before));
    log.sync(new Offset(answered, 0));
    return log;
  }

  /** The log is rebuilt for the next step, so it must not have other state. */
  public WriterState with(ViewCounts nowUnsent, WriterLog log) {
    var next =
        new WriterState(
            life,
            nowUnsent,
            log.base(),
            log.kept(),
            log.answered().seq(),
            log.earlier(),
            log.hasNew());
    var again = next.log(log.writer());
    if (!again.answered().equals(log.answered())
        || !again.top().equals(log.top())
        || again.weight() != log.weight()
        || again.hasNew() != log.hasNew()) {
      throw new IllegalStateException("the marks of the log are not those of its batches");
    }
    return next;
  }

  public boolean isAlive() {
    return life == Life.ALIVE;
  }
}
