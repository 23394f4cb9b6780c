package io.clientele.bootstrap.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Webhooks can choose each type that a context publishes, and no other. */
class PublishedTypesTest {
  private static final Pattern TYPE = Pattern.compile("\"([a-z]+\\.[a-z-]+)\"");
  private static final Pattern LISTED = Pattern.compile("PublishedTypes\\.of\\(([^)]*)\\)");

  @Test
  void eachContextListsTheTypesThatItPublishes() throws IOException {
    var checked = 0;
    for (var source : SourceTree.main()) {
      var text = Files.readString(source.file());
      if (text.contains("default boolean isPublished() {\n    return true;")) {
        var listed = LISTED.matcher(text);
        assertThat(listed.find()).as(source.file() + " lists its types").isTrue();
        assertThat(types(List.of(listed.group(1))))
            .as(source.file().toString())
            .isEqualTo(published(text));
        checked++;
      }
    }
    assertThat(checked).isGreaterThanOrEqualTo(6);
  }

  /** The actions of the records that do not say otherwise. */
  private static Set<String> published(String text) {
    var records = text.split("\n  (?:sealed )?(?:record|interface) ", -1);
    return types(
        Arrays.stream(records)
            .skip(1)
            .filter(part -> !part.contains("isPublished() {\n      return false;"))
            .filter(part -> part.contains("String action()"))
            .map(part -> part.substring(part.indexOf("String action()")))
            .map(part -> part.substring(0, part.indexOf('}')))
            .map(part -> part.contains("CHANGED") ? "\"webhook.changed\"" : part)
            .toList());
  }

  private static Set<String> types(List<String> texts) {
    return texts.stream()
        .flatMap(text -> TYPE.matcher(text).results())
        .map(found -> found.group(1))
        .collect(Collectors.toUnmodifiableSet());
  }
}
