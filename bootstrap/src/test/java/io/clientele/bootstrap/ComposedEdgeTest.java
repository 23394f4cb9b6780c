package io.clientele.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.http.PagePolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What nginx says for the service where it answers in its place. */
class ComposedEdgeTest {
  private static final Path NGINX = Path.of("image/nginx");
  private static final Pattern LOCATION = Pattern.compile("(?m)^ *location [^{]*\\{[^}]*}");

  @Test
  void thePageHasThePolicyThatTheServiceGivesIt() throws IOException {
    assertThat(Files.readString(NGINX.resolve("edge.conf"))).contains(PagePolicy.of(""));
  }

  /** One header added in a location would take all others away from it. */
  @Test
  void noLocationAddsHeaders() throws IOException {
    for (var name : new String[] {"edge.conf", "router.conf", "common.conf"}) {
      var conf = Files.readString(NGINX.resolve(name));
      var locations = LOCATION.matcher(conf).results().map(MatchResult::group).toList();
      assertThat(locations).noneMatch(location -> location.contains("add_header"));
    }
  }
}
