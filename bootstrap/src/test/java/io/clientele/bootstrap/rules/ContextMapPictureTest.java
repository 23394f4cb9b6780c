package io.clientele.bootstrap.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.archrules.ContextMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Compares the README's picture of the context map with the map. */
class ContextMapPictureTest {
  private static final Pattern PICTURE = Pattern.compile("(?s)```mermaid\n.*?```");

  /** To update the README, copy {@code target/README.md} of this module. */
  @Test
  void theReadmeDrawsTheContextMap() throws IOException {
    var map = ContextMap.read(SourceTree.ROOT.resolve(HouseRulesTest.CONTEXT_MAP));
    var readme = Files.readString(SourceTree.ROOT.resolve("README.md"));
    var picture = "```mermaid\n" + map.mermaid() + "```";
    var updated = PICTURE.matcher(readme).replaceFirst(Matcher.quoteReplacement(picture));
    Files.writeString(Path.of("target", "README.md"), updated);

    assertThat(readme).isEqualTo(updated).contains(picture);
  }
}
