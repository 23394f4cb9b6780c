package io.clientele.bootstrap;

import io.clientele.domain.Act;
import io.clientele.domain.PortUnavailable;
import io.clientele.domain.account.AccountId;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.account.Accounts.Found;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Erases once more whoever a file names, after a backup was restored that is older than the
 * erasures: one id a line, or lines of the log of erasures, among others if need be.
 */
final class ErasuresAgain {
  private static final Pattern NAMED =
      Pattern.compile(
          "(?:^\\s*|\\berased )([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?![0-9a-f-])");

  private static final Logger LOG = LoggerFactory.getLogger(ErasuresAgain.class);
  private static final int TRIES = 20;

  private final Accounts accounts;
  private final InstantSource clock;

  ErasuresAgain(Accounts accounts, InstantSource clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  /** What was done. */
  record Done(int again, int already, int absent) {
    @Override
    public String toString() {
      return "%d erased again, %d were erased already, %d are not there"
          .formatted(again, already, absent);
    }
  }

  /** The same again does nothing more. */
  Done reapply(Path file) throws IOException {
    var again = 0;
    var already = 0;
    var absent = 0;
    for (var id : named(file)) {
      var found = patiently(() -> accounts.find(id));
      var act = new Act("service:reapply-erasures", clock.instant());
      patiently(() -> accounts.erase(id, act));
      switch (found) {
        case Found.Present _ -> again++;
        case Found.Erased _ -> already++;
        case Found.Absent _ -> absent++;
      }
    }
    return new Done(again, already, absent);
  }

  /** A request would be told at once; this may wait, a second or so at each try. */
  private static <T> T patiently(Supplier<T> asked) {
    for (var left = TRIES - 1; left > 0; left--) {
      try {
        return asked.get();
      } catch (PortUnavailable away) {
        LOG.warn("the database does not answer, {} more tries", left);
      }
    }
    return asked.get();
  }

  private static SortedSet<AccountId> named(Path file) throws IOException {
    var ids = new TreeSet<AccountId>();
    try (var lines = Files.lines(file)) {
      lines
          .map(NAMED::matcher)
          .filter(matcher -> matcher.find())
          .forEach(matcher -> ids.add(AccountId.parse(matcher.group(1))));
    }
    return ids;
  }
}
