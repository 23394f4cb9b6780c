package io.clientele.application.notice;

import io.clientele.domain.notice.Notice;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Announces the notices that this process has found. A job runs it, so that the thread that found
 * them waits for nothing, and an outage of the database loses none. Safe for use by many threads.
 */
public final class AnnouncePendingNotices {
  /** The largest number of waiting notices; further ones are dropped. */
  public static final int WAITING_MAX = 1_000;

  private final AnnounceNotice announceNotice;
  private final Map<String, Notice> waiting = new LinkedHashMap<>();

  /** The sources of the last announced notices, which the database need not be asked about. */
  private final Set<String> announced = new LinkedHashSet<>();

  /** Announces by this. */
  public AnnouncePendingNotices(AnnounceNotice announceNotice) {
    this.announceNotice = Objects.requireNonNull(announceNotice, "announceNotice");
  }

  /** Adds a notice, unless one of its source waits or was announced. Returns at once. */
  synchronized void add(Notice notice) {
    if (waiting.size() < WAITING_MAX && !announced.contains(notice.source())) {
      waiting.putIfAbsent(notice.source(), notice);
    }
  }

  /** Announces all notices that wait; those that fail wait on. */
  public void announce() {
    for (var notice : copy().values()) {
      announceNotice.announce(notice);
      done(notice.source());
    }
  }

  private synchronized Map<String, Notice> copy() {
    return Collections.unmodifiableMap(new LinkedHashMap<>(waiting));
  }

  private synchronized void done(String source) {
    waiting.remove(source);
    if (announced.size() == WAITING_MAX) {
      announced.remove(announced.iterator().next());
    }
    announced.add(source);
  }
}
