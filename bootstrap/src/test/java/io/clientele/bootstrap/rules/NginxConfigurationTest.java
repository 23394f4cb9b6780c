package io.clientele.bootstrap.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.http.exchange.header.ContentSecurityPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What nginx says for the service where it answers in its place. */
class NginxConfigurationTest {
  private static final Path NGINX = Path.of("image/nginx");
  private static final List<String> CONFS =
      List.of("edge.conf", "router.conf", "common.conf", "problems.conf");
  private static final Pattern LOCATION = Pattern.compile("(?ms)^ *location .*?^ *}$");
  private static final Pattern ERROR_PAGE =
      Pattern.compile("error_page ([\\d ]+?)(?: =(\\d+))? (\\S+);");
  private static final Pattern PROBLEM =
      Pattern.compile(
          "location (?:= )?(\\S+) \\{\\s+(?:internal;\\s+)?types \\{}\\s+default_type"
              + " application/problem\\+json;\\s+return (\\d+) '(.*)';\\s+}");

  @Test
  void thePageHasThePolicyOfTheService() throws IOException {
    assertThat(Files.readString(NGINX.resolve("edge.conf"))).contains(ContentSecurityPolicy.of(""));
  }

  /** The store's requests stay apart from the edge to the service. */
  @Test
  void theStoreHasItsOwnListenersAndLimits() throws IOException {
    var port = match("STORE_PORT: \"(\\d+)\"", Files.readString(Path.of("image/compose.yaml")));
    var router = Files.readString(NGINX.resolve("router.conf"));
    var edge = Files.readString(NGINX.resolve("edge.conf"));
    var upstream = match("(?s)(upstream store \\{.*?\\n {2}\\})", router);
    assertThat(upstream.split(":" + port + " .*max_conns=", -1)).hasSize(3);
    assertThat(upstream).doesNotContain(":8080");
    assertThat(router).containsPattern("listen " + port + ";\\s+include[^}]*http://store;");
    var location = match("(?s)(location /store/ \\{.*?\\n {4}\\})", edge);
    assertThat(location)
        .contains("limit_req zone=store ", "http://router:" + port + ";")
        .contains("X-Forwarded-For $remote_addr;");
    assertThat(edge).containsPattern("limit_req_zone .* zone=store:");
  }

  private static String match(String pattern, String text) {
    var found = Pattern.compile(pattern).matcher(text);
    assertThat(found.find()).as(pattern).isTrue();
    return found.group(1);
  }

  /** One header added in a location would take all others away from it. */
  @Test
  void noLocationAddsHeaders() throws IOException {
    for (var name : CONFS) {
      var conf = Files.readString(NGINX.resolve(name));
      var locations = LOCATION.matcher(conf).results().map(MatchResult::group).toList();
      assertThat(locations).noneMatch(location -> location.contains("add_header"));
    }
  }

  /** nginx answers HTML to each status that no {@code error_page} names. */
  @Test
  void nginxAnswersItsOwnErrorsAsProblems() throws IOException {
    var own = Files.readString(NGINX.resolve("problems.conf"));
    for (var name : List.of("edge.conf", "router.conf")) {
      var conf = Files.readString(NGINX.resolve(name)) + own;
      assertThat(conf).contains("include problems.conf;");
      var problems = problems(conf);
      var pages = ERROR_PAGE.matcher(conf).results().toList();
      assertThat(pages.stream().flatMap(page -> Stream.of(page.group(1).split(" "))))
          .contains("400", "404", "405", "408", "413", "414", "416", "494", "500", "502", "504");
      for (var page : pages) {
        var status = page.group(2) == null ? page.group(1) : page.group(2);
        assertThat(problems).as("%s: %s", name, page.group()).containsEntry(page.group(3), status);
      }
    }
  }

  /** The status of the problem that each location returns, by the location's name. */
  private static Map<String, String> problems(String conf) {
    var statuses = new HashMap<String, String>();
    for (var found : PROBLEM.matcher(conf).results().toList()) {
      var problem = new JsonMapper().readTree(found.group(3));
      assertThat(problem.get("type").asString()).matches("about:blank|/problems/[a-z-]+");
      assertThat(problem.get("title").asString()).isNotBlank();
      assertThat(problem.get("status").asString()).isEqualTo(found.group(2));
      statuses.put(found.group(1), found.group(2));
    }
    return statuses;
  }
}
