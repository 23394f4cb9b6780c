package io.clientele.domain.task;

import io.clientele.domain.identity.Grants;
import io.clientele.domain.kernel.Permission;
import java.util.Map;
import java.util.Set;

/** The permissions of tasks. Only administrators hold them. */
public enum TaskPermission implements Permission {
  /** See tasks and dead letters. */
  VIEW_TASKS,
  /** Have a task carried out again. */
  RETRY_TASKS;

  /** The roles that hold these permissions. */
  public static final Grants GRANTS = new Grants(Set.of(values()), Map.of());
}
