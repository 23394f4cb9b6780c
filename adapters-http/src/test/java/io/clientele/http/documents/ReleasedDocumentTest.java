package io.clientele.http.documents;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.apikit.compatibility.ApiChange;
import io.clientele.apikit.compatibility.ApiComparison;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Compares the served document of each front with the released one. A release copies the served
 * documents over the released ones and empties the list of accepted changes.
 */
class ReleasedDocumentTest {
  private static final Path RELEASED = Path.of("src/test/resources/released");
  private static final Path REPORT = Path.of("target/openapi/changes.txt");

  @Test
  void theServedDocumentsAreCompatibleWithTheReleasedOnes() throws IOException {
    var changes = changes();
    var accepted = accepted();
    Files.createDirectories(REPORT.getParent());
    Files.write(REPORT, changes.stream().map(ApiChange::toString).sorted().toList());
    assertThat(changes)
        .filteredOn(ReleasedDocumentTest::needsAcceptance)
        .extracting(ApiChange::toString)
        .filteredOn(change -> accepted.stream().noneMatch(line -> matches(line, change)))
        .isEmpty();
  }

  @Test
  void everyAcceptedChangeExists() throws IOException {
    var changes = changes();
    assertThat(accepted())
        .filteredOn(line -> changes.stream().noneMatch(change -> matches(line, change.toString())))
        .isEmpty();
  }

  private static List<ApiChange> changes() throws IOException {
    var loader = OpenApiFragments.class.getClassLoader();
    var changes = new ArrayList<ApiChange>();
    for (var front : List.of("operations", "store")) {
      var released = Files.readString(RELEASED.resolve(front + ".yaml"));
      changes.addAll(ApiComparison.between(released, OpenApiFragments.ofClassPath(loader, front)));
    }
    return changes;
  }

  private static boolean needsAcceptance(ApiChange change) {
    return switch (change.kind()) {
      case ADDED, RENAMED -> false;
      case LOOSENED, BREAKING -> true;
    };
  }

  private static List<Pattern> accepted() throws IOException {
    return Files.readAllLines(RELEASED.resolve("accepted-changes.txt")).stream()
        .filter(not(String::isBlank))
        .filter(line -> !line.startsWith("#"))
        .map(Pattern::compile)
        .toList();
  }

  private static boolean matches(Pattern line, String change) {
    return line.matcher(change).matches();
  }
}
