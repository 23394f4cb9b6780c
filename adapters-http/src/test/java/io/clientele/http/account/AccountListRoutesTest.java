package io.clientele.http.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.RawSocketClient;
import io.clientele.http.testing.TestClient;
import io.clientele.http.testing.context.InMemoryViewsContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountListRoutesTest {
  private static final String LIST = "/v1/accounts";
  private final InMemoryServer service = new InMemoryServer();
  private final TestClient caller = new TestClient(service.port());

  @AfterEach
  void stop() {
    service.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"createdAt", "-createdAt", "name", "-name", "views", "-views"})
  void linkedPagesContainEveryAccountOnce(String sort) {
    IntStream.range(0, 7).forEach(i -> caller.open("Client " + i % 3));
    var seen = new ArrayList<String>();
    var next = LIST + "?limit=2&sort=" + sort;
    for (var pages = 0; next != null; pages++) {
      assertThat(pages).isLessThan(4);
      var page = caller.get(next);
      assertThat(page.status()).isEqualTo(200);
      page.json().path("data").forEach(account -> seen.add(account.path("id").asString()));
      next = linked(page);
      assertThat(page.json().has("nextCursor")).isEqualTo(next != null);
    }
    assertThat(seen).hasSize(7).doesNotHaveDuplicates();
  }

  @Test
  void newestAreFirstAndClosedOnesOnlyOnRequest() {
    var ada = caller.open("Ada");
    var eve = caller.open("Eve");
    var bob = caller.open("Bob");
    caller.call("DELETE", LIST + "/" + eve, "");
    caller.call("POST", LIST + "/" + ada + "/suspension", "");
    assertThat(ids(LIST)).containsExactly(bob.toString(), ada.toString());
    assertThat(ids(LIST + "?status=closed")).containsExactly(eve.toString());
    assertThat(ids(LIST + "?status=suspended")).containsExactly(ada.toString());
    assertThat(ids(LIST + "?q=AD")).containsExactly(ada.toString());
    assertThat(ids(LIST + "?email=CLIENT2%40example.com")).containsExactly(bob.toString());
    assertThat(ids(LIST + "?createdFrom=2026-11-20T12:00:00Z&createdTo=2026-11-20T12:00:00Z"))
        .isEmpty();
    assertThat(ids(LIST + "?createdTo=2026-11-20T13:00:00%2B01:00")).isEmpty();
    assertThat(ids(LIST + "?createdFrom=2026-11-20t12:00:00.0000015z")).hasSize(2);
  }

  @Test
  void viewsAndTotalAreReturnedOnRequest() {
    var id = caller.open("Ada");
    caller.get(LIST + "/" + id);
    var plain = caller.get(LIST).json();
    assertThat(plain.has("total")).isFalse();
    assertThat(plain.at("/data/0").has("views")).isFalse();
    var full = caller.get(LIST + "?include=views,total").json();
    assertThat(full.path("total").asInt()).isEqualTo(1);
    assertThat(full.path("totalIsExact").asBoolean()).isTrue();
    assertThat(full.at("/data/0/views/total").asInt()).isEqualTo(1);
    assertThat(service.context(InMemoryViewsContext.class).viewsOf(id)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "007,7", "200,200", "201,200", "99999999999999999999,200"})
  void aLargeLimitIsClamped(String limit, int size) {
    IntStream.range(0, 3).forEach(i -> caller.open("Client"));
    var page = caller.get(LIST + "?limit=" + limit);
    assertThat(page.json().path("data").size()).isEqualTo(Math.min(3, size));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          limit=0                                   | limit
          limit=-1                                  | limit
          limit=%2B1                                | limit
          limit=1.5                                 | limit
          limit=1e2                                 | limit
          limit=                                    | limit
          limit=%D9%A1                              | limit
          limit=1&limit=1                           | limit
          Limit=1                                   | Limit
          offset=1                                  | offset
          sort=email                                | sort
          sort=%20name                              | sort
          status=ACTIVE                             | status
          status=                                   | status
          q=                                        | q
          q=%20                                     | q
          q=a%00b                                   | q
          q=%ff                                     | q
          q=%zz                                     | q
          q=%C0%AF                                  | q
          q=%ED%A0%80                               | q
          email=ada                                 | email
          include=                                  | include
          include=views,views                       | include
          include=views,                            | include
          include=secrets                           | include
          createdFrom=yesterday                     | createdFrom
          createdFrom=2026-11-20                    | createdFrom
          createdFrom=2026-02-30T00:00:00Z          | createdFrom
          createdTo=2026-11-20T12:00:00             | createdTo
          createdTo=2026-11-20T12:00:00+01:00       | createdTo
          createdTo=2026-11-20T12:00:60Z            | createdTo
          cursor=                                   | cursor
          cursor=AAAA                               | cursor
          cursor=../..                              | cursor
          limit=0&x=1&sort=z&status=y&createdTo=    | x limit sort status createdTo
          """)
  void everyWrongParameterIsReported(String query, String names) {
    var answer = caller.get(LIST + "?" + query);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(parameters(answer)).containsExactlyInAnyOrder(names.split(" "));
  }

  @Test
  void aSearchTextHasAtMost100Characters() {
    assertThat(caller.get(LIST + "?q=" + "a".repeat(100)).status()).isEqualTo(200);
    assertThat(parameters(caller.get(LIST + "?q=" + "a".repeat(101)))).containsExactly("q");
  }

  @Test
  void aCursorIsBoundToItsFiltersAndOrder() {
    IntStream.range(0, 3).forEach(i -> caller.open("Client " + i));
    var filter = "status=active&q=client&createdFrom=2026-11-20T12:00:00Z&sort=name";
    var cursor = cursor(LIST + "?limit=1&" + filter);
    var left = ids(LIST + "?cursor=" + cursor);
    assertThat(left).hasSize(2);
    assertThat(ids(LIST + "?" + filter + "&cursor=" + cursor)).isEqualTo(left);
    assertThat(ids(LIST + "?q=%20client&createdFrom=2026-11-20T13:00:00%2B01:00&cursor=" + cursor))
        .isEqualTo(left);
    var other = caller.get(LIST + "?status=closed&q=c&sort=-name&email=a@b.org&cursor=" + cursor);
    assertThat(other.status()).isEqualTo(400);
    assertThat(parameters(other)).containsExactlyInAnyOrder("status", "q", "sort", "email");
  }

  @Test
  void aChangedCursorIsRefused() {
    IntStream.range(0, 2).forEach(i -> caller.open("Client " + i));
    var cursor = cursor(LIST + "?limit=1");
    var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    for (var i = 0; i < cursor.length(); i++) {
      var altered = cursor.substring(0, i) + (cursor.charAt(i) == 'A' ? 'B' : 'A');
      isRefused(altered + cursor.substring(i + 1));
    }
    isRefused(cursor + "A");
    isRefused(cursor + "=");
    isRefused(cursor.substring(4));
    isRefused(cursor.substring(0, cursor.length() - 1));
    isRefused("A".repeat(5000));
    isRefused(encoded(text.replace("-1\"", "-2\"")));
    isRefused(encoded(text + " "));
    isRefused(encoded("00000000" + "[".repeat(100)));
    isRefused(flushCursor());
  }

  @Test
  void linksAreRelativeAndKeepOtherParameters() {
    IntStream.range(0, 2).forEach(i -> caller.open("Client " + i));
    var page = caller.get(LIST + "?limit=1&include=total&q=client");
    assertThat(page.header("Link"))
        .isEqualTo(
            "</v1/accounts?cursor=%s&limit=1&include=total>; rel=\"next\""
                .formatted(page.json().path("nextCursor").asString()));
  }

  @Test
  void namesOfAnyScriptSurviveACursor() {
    List.of("Ünal \\\"quoted\\\"", "中文", "Łukasz\\\\", "😀").forEach(caller::open);
    var seen = new ArrayList<String>();
    for (var next = LIST + "?limit=1&sort=name"; next != null; ) {
      var page = caller.get(next);
      page.json().path("data").forEach(account -> seen.add(account.path("id").asString()));
      next = linked(page);
    }
    assertThat(seen).hasSize(4).doesNotHaveDuplicates();
  }

  private void isRefused(String cursor) {
    var answer = caller.get(LIST + "?cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8));
    assertThat(answer.status()).as(cursor).isEqualTo(400);
    assertThat(parameters(answer)).containsExactly("cursor");
  }

  private String flushCursor() {
    caller.call("POST", "/v1/view-flushes", "");
    caller.call("POST", "/v1/view-flushes", "");
    return cursor("/v1/view-flushes?limit=1");
  }

  private String cursor(String target) {
    return caller.get(target).json().path("nextCursor").asString();
  }

  private List<String> ids(String target) {
    var page = caller.get(target);
    assertThat(page.status()).as(page.body()).isEqualTo(200);
    return page.json().path("data").valueStream().map(one -> one.path("id").asString()).toList();
  }

  private static List<String> parameters(RawSocketClient.Answer answer) {
    return answer
        .json()
        .path("errors")
        .valueStream()
        .map(fault -> fault.path("parameter").asString())
        .toList();
  }

  private static String linked(RawSocketClient.Answer page) {
    var link = page.header("Link");
    return link == null ? null : link.substring(1, link.indexOf('>'));
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
