package io.clientele.http.account;

import io.clientele.domain.account.Profile;
import io.clientele.http.Faults;
import io.clientele.http.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One line of an import.
 *
 * @param number from 1, as an editor counts them
 * @param profile null if there are errors
 */
record ImportLine(int number, @Nullable Profile profile, List<Problem.Fault> errors) {
  static ImportLine faulty(int number, Faults faults) {
    return new ImportLine(number, null, faults.all());
  }

  /** What the body of one opening would be. */
  static ImportLine of(int number, JsonNode document, Faults faults) {
    var profile = OpenAccountJson.profile(document, faults);
    return new ImportLine(number, profile, faults.all());
  }
}
