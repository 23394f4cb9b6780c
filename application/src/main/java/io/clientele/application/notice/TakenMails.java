package io.clientele.application.notice;

import io.clientele.domain.task.TaskId;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The last mails of this process that a server took: the database may be away when that is to be
 * stored. Safe for use by many threads.
 */
final class TakenMails {
  private static final int MAX = 1_000;

  private final Set<TaskId> mails = new LinkedHashSet<>();

  synchronized boolean contains(TaskId mail) {
    return mails.contains(mail);
  }

  synchronized void add(TaskId mail) {
    if (mails.size() == MAX) {
      mails.remove(mails.iterator().next());
    }
    mails.add(mail);
  }
}
