package io.clientele.apikit.scenario;

import java.util.Set;

/**
 * The calls that drive the operations of one context to each status that they document. One object
 * serves one run of an {@link ApiScenario}.
 */
public interface ContextScenario {
  /** Calls the operations while all servers are up. */
  void run();

  /** Stores what the calls without a database need; comes right before the database goes. */
  default void prepareOutage() {}

  /** Calls the operations while the database is unavailable; comes after {@link #run}. */
  void runWithoutDatabase();

  /**
   * The ids of operations that document 403 and that a customer without an account may call all the
   * same: the permission is one of every caller, or the route decides on 403 itself.
   */
  default Set<String> openToCustomers() {
    return Set.of();
  }
}
