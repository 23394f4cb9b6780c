package io.clientele.http.account.importing;

import io.clientele.domain.account.Profile;
import io.clientele.http.exchange.problem.Problem;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One line of an import.
 *
 * @param number from 1, as an editor counts them
 * @param profile null if there are errors
 */
record ImportLine(int number, @Nullable Profile profile, List<Problem.Fault> errors) {
  /**
   * The columns of an export that an import ignores, so that an export can be imported unchanged.
   */
  static final Set<String> IGNORED = Set.of("id", "status", "createdAt", "updatedAt");
}
