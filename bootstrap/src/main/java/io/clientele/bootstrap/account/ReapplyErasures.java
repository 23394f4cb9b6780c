package io.clientele.bootstrap.account;

import io.clientele.domain.account.Accounts;
import io.clientele.domain.account.Accounts.Found;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.kernel.Provenance;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Repeats erasures after the restore of an older backup. Erases every id of the list. The result is
 * a failure if the list has an unreadable line.
 */
public final class ReapplyErasures {
  private static final Logger LOG = LoggerFactory.getLogger(ReapplyErasures.class);
  private static final int TRIES = 20;

  private final Accounts accounts;
  private final InstantSource clock;

  public ReapplyErasures(Accounts accounts, InstantSource clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  /**
   * The result.
   *
   * @param faults the unreadable lines; empty if all were read
   */
  public record Done(
      int again, int already, int absent, int skipped, int unreadable, String faults) {
    @Override
    public String toString() {
      return """
      %d erased again, %d were erased already, %d are not there, %d lines skipped (blank, comment, header or \
      other log), %d lines unreadable\
      """
          .formatted(again, already, absent, skipped, unreadable);
    }
  }

  /** Erases the ids. A second run changes nothing. */
  public Done reapply(ErasureList list) {
    var again = 0;
    var already = 0;
    var absent = 0;
    for (var id : list.ids()) {
      var found = patiently(() -> accounts.find(id));
      var act = new Provenance("service:reapply-erasures", clock.instant());
      patiently(() -> accounts.erase(id, act));
      switch (found) {
        case Found.Present _ -> again++;
        case Found.Erased _ -> already++;
        case Found.Absent _ -> absent++;
      }
    }
    return new Done(
        again, already, absent, list.skipped(), list.unreadable().size(), list.faults());
  }

  /** Retries while the database is unavailable: unlike a request, this command may wait. */
  private static <T> T patiently(Supplier<T> asked) {
    for (var left = TRIES - 1; left > 0; left--) {
      try {
        return asked.get();
      } catch (PortUnavailable away) {
        LOG.warn("the database does not answer, {} more attempts", left);
      }
    }
    return asked.get();
  }
}
