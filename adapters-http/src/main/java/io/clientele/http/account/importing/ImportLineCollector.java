package io.clientele.http.account.importing;

import io.clientele.domain.account.Profile;
import io.clientele.http.exchange.problem.ValidationErrors;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects the lines of one import. The first faults are kept in full. Beyond a bound each line
 * keeps its first fault only, so that the response to 8 MiB of faults stays small.
 */
final class ImportLineCollector {
  private static final int FAULTS_MAX = 10_000;

  private final List<ImportLine> lines = new ArrayList<>();
  private int faultCount;

  /** Collects the faults of the next line. */
  ValidationErrors faults() {
    return faultCount < FAULTS_MAX ? new ValidationErrors() : new ValidationErrors(1);
  }

  /** Adds a line that has a profile, or faults. */
  void add(int number, @Nullable Profile profile, ValidationErrors faults) {
    var all = faults.all();
    faultCount += all.size();
    lines.add(new ImportLine(number, profile, all));
  }

  /** Returns the number of lines. */
  int size() {
    return lines.size();
  }

  List<ImportLine> all() {
    return List.copyOf(lines);
  }
}
