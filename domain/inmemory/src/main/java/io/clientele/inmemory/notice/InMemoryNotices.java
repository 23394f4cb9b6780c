package io.clientele.inmemory.notice;

import io.clientele.domain.event.EventPosition;
import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.notice.Notice;
import io.clientele.domain.notice.NoticeDelivery;
import io.clientele.domain.notice.Notices;
import io.clientele.domain.task.Tasks;
import io.clientele.inmemory.kernel.internal.OutageSwitch;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Notices in memory, with their tasks in a store of tasks. */
public final class InMemoryNotices implements Notices {
  private final OutageSwitch backing = new OutageSwitch("notices");
  private final InMemoryNoticeChoices choices;
  private final Tasks tasks;
  private final Map<Key, Announced> notices = new HashMap<>();
  private @Nullable EventPosition position;

  /** No notices; operators get them by these choices. */
  public InMemoryNotices(InMemoryNoticeChoices choices, Tasks tasks) {
    this.choices = choices;
    this.tasks = tasks;
  }

  private record Key(String source, OperatorId operator) {
    static Key of(NoticeDelivery delivery) {
      return new Key(delivery.notice().source(), delivery.operator());
    }
  }

  private record Announced(Instant at, boolean isSent) {}

  @Override
  public synchronized int announce(Notice notice, Instant now) {
    return announce(choices.of(notice.kind()), notice, now);
  }

  @Override
  public synchronized int announceTo(OperatorId operator, Notice notice, Instant now) {
    var addressees = choices.of(notice.kind()).stream().filter(operator::equals).toList();
    return announce(addressees, notice, now);
  }

  private int announce(List<OperatorId> addressees, Notice notice, Instant now) {
    backing.require();
    var added = 0;
    for (var operator : addressees) {
      var delivery = new NoticeDelivery(notice, operator);
      if (notices.putIfAbsent(Key.of(delivery), new Announced(now, false)) == null) {
        tasks.add(delivery.toTask(now));
        added++;
      }
    }
    return added;
  }

  @Override
  public synchronized boolean isSent(NoticeDelivery delivery) {
    backing.require();
    var announced = notices.get(Key.of(delivery));
    return announced != null && announced.isSent;
  }

  @Override
  public synchronized void sent(NoticeDelivery delivery, Instant now) {
    backing.require();
    notices.computeIfPresent(Key.of(delivery), (key, of) -> new Announced(of.at, true));
  }

  @Override
  public synchronized Optional<EventPosition> position() {
    backing.require();
    return Optional.ofNullable(position);
  }

  @Override
  public synchronized void advance(EventPosition reached) {
    backing.require();
    var before = position;
    position = before == null || reached.compareTo(before) > 0 ? reached : before;
  }

  @Override
  public synchronized int forget(Instant before) {
    backing.require();
    var count = notices.size();
    notices.values().removeIf(announced -> announced.at.isBefore(before));
    return count - notices.size();
  }

  /** Starts an outage: every call throws. */
  public void startOutage() {
    backing.startOutage();
  }

  /** Ends the outage; no data are lost. */
  public void endOutage() {
    backing.endOutage();
  }
}
