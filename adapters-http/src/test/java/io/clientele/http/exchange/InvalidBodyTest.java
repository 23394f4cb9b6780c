package io.clientele.http.exchange;

import static io.clientele.http.testing.RawSocketClient.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.RawSocketClient;
import io.clientele.http.testing.context.InMemoryAccountContext;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Bodies that are not as they must be: each is a problem that names what is wrong, and stores
 * nothing.
 */
class InvalidBodyTest {
  private static final String SOUND = "\"name\":\"Ada\",\"email\":\"ada@example.com\"";
  private static InMemoryServer service;

  @BeforeAll
  static void start() {
    service = new InMemoryServer();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {%s,"role":"admin"}                              | #/role
          {%s,"id":"01890a5d-ac96-774b-bcce-b302099a8057"} | #/id
          {%s,"status":"closed"}                           | #/status
          {%s,"version":7}                                 | #/version
          {%s,"createdAt":"2026-11-20T12:00:00Z"}          | #/createdAt
          {%s,"a/b~c d":1}                                 | #/a~1b~0c%20d
          {%s,"name":"Eve"}                                | #/name
          {%s,"metadata":{"a":"b","a":"b"}}                | #/metadata/a
          {%s,"metadata":{"e\\u0301":"b","é":"b"}}         | #/metadata/%C3%A9
          {%s,"taxId":{"country":"BR","value":"1","x":2}}  | #/taxId/x #/taxId/value
          {%s} {}                                          | #
          {%s}]                                            | #
          {%s},                                            | #
          {%s                                              | #
          {%s,}                                            | #
          {%s,'a':1}                                       | #
          {%s,"metadata":{"a":NaN}}                        | #
          {%s,"metadata":{"a":01}}                         | #
          {%s /* comment */}                               | #
          [{%s}]                                           | #
          "name"                                           | #
          null                                             | #
          true                                             | #
          12                                               | #
          {}                                               | #/name #/email
          {"name":null,"email":null}                       | #/name #/email
          {"name":12,"email":true}                         | #/name #/email
          {"name":["Ada"],"email":{"a":1}}                 | #/name #/email
          {"name":"","email":"ada"}                        | #/name #/email
          {"name":"  ","email":"ada@"}                     | #/name #/email
          {"name":"a\\u0000b","email":"a\\ud800@b.org"}    | #/name #/email
          {"name":"a\\nb","email":"a b@example.com"}       | #/name #/email
          {%s,"metadata":{"a\\udc00":"b"}}                 | #
          {%s,"metadata":{"a":"\\u0000"}}                  | #/metadata/a
          {%s,"metadata":{"a":1,"b":true,"c":null,"d":{}}} | #/metadata/a #/metadata/b #/metadata/c #/metadata/d
          {%s,"metadata":["a"]}                            | #/metadata
          {%s,"metadata":"a"}                              | #/metadata
          {%s,"taxId":"52998224725"}                       | #/taxId
          {%s,"taxId":[]}                                  | #/taxId
          {%s,"taxId":{}}                                  | #/taxId/country #/taxId/value
          {%s,"taxId":{"country":"BR","value":52998224725}} | #/taxId/value
          {%s,"taxId":{"country":"br","value":"ABCD"}}     | #/taxId/country
          {%s,"taxId":{"country":"BR","value":"11111111111"}} | #/taxId/value
          {%s,"taxId":{"country":"XX","value":"!"}}        | #/taxId/country #/taxId/value
          """)
  void everyFaultIsReportedWithItsPointer(String body, String pointers) throws IOException {
    var answer = open(body.replace("%s", SOUND));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("type").asString()).isEqualTo("/problems/invalid-request");
    assertThat(faults(answer).keySet()).containsExactlyInAnyOrder(pointers.split(" "));
    assertThat(service.context(InMemoryAccountContext.class).size()).isZero();
  }

  @Test
  void depthTokensDigitsAndNamesAreBounded() throws IOException {
    var deep = "{\"metadata\":" + "[".repeat(32) + "]".repeat(32) + "}";
    var many = "{\"metadata\":[" + "1,".repeat(4000) + "1]}";
    var digits = "{\"metadata\":" + "1".repeat(65) + "}";
    var tiny = "{\"metadata\":1e" + "9".repeat(9) + "}";
    for (var body : new String[] {deep, many, digits}) {
      assertThat(faults(open(body))).containsOnlyKeys("#");
    }
    assertThat(faults(open(tiny))).containsKey("#/metadata");
    assertThat(faults(open(deep.replaceFirst("\\[\\[", "[").replaceFirst("]]", "]"))))
        .containsKey("#/metadata");
  }

  @Test
  void metadataIsBounded() throws IOException {
    var pairs =
        IntStream.rangeClosed(0, 50)
            .mapToObj(i -> "\"k" + i + "\":\"\"")
            .collect(Collectors.joining(","));
    var long41 = "a".repeat(41);
    assertThat(faults(open("{" + SOUND + ",\"metadata\":{" + pairs + "}}")))
        .containsOnlyKeys("#/metadata");
    assertThat(faults(open("{" + SOUND + ",\"metadata\":{\"" + long41 + "\":\"b\"}}")))
        .containsOnlyKeys("#/metadata/" + long41);
    assertThat(faults(open("{" + SOUND + ",\"metadata\":{\"a\":\"" + "b".repeat(501) + "\"}}")))
        .containsOnlyKeys("#/metadata/a");
  }

  @Test
  void invalidUtf8IsRefused() throws IOException {
    try (var wire = new RawSocketClient(service.port())) {
      var body = "{\"name\":\"A\u0080\u00ff\",\"email\":\"a@example.com\"}";
      wire.sendLatin1(
          "POST /v1/accounts HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
              + RawSocketClient.ADMIN
              + "\r\n"
              + "Content-Length: "
              + body.length()
              + "\r\n\r\n"
              + body);
      assertThat(faults(wire.read())).containsOnlyKeys("#");
    }
    assertThat(faults(open("\ufeff{" + SOUND + "}"))).containsOnlyKeys("#");
    assertThat(faults(open("{\0\"\0a\0\"\0:\0001\0}\0"))).containsOnlyKeys("#");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/merge-patch+json",
        "application/jsonx",
        "application/json; charset=iso-8859-1",
        "application/json; charset=utf-16",
        "multipart/form-data; boundary=a",
        "json",
        ""
      })
  void anotherMediaTypeThanJsonIs415(String mediaType) throws IOException {
    var answer =
        RawSocketClient.exchange(
            service.port(),
            request("POST", "/v1/accounts", "{" + SOUND + "}", "Content-Type: " + mediaType));
    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.json().path("type").asString()).isEqualTo("about:blank");
    assertThat(service.context(InMemoryAccountContext.class).size()).isZero();
  }

  @Test
  void aCompressedOrUntypedBodyIs415() throws IOException {
    var coded = request("POST", "/v1/accounts", "{" + SOUND + "}", "Content-Encoding: gzip");
    assertThat(RawSocketClient.exchange(service.port(), coded).status()).isEqualTo(415);
    var untyped = request("POST", "/v1/accounts", "");
    assertThat(RawSocketClient.exchange(service.port(), untyped).status()).isEqualTo(415);
  }

  @Test
  void aClientThatIsStillSendingATooLargeBodyIsNotCutOff() throws IOException {
    try (var wire = new RawSocketClient(service.port())) {
      var part = "a".repeat(60_000);
      wire.send(
          RawSocketClient.request("POST", "/v1/accounts", part.repeat(10))
              .replace(part.repeat(9), ""));
      assertThat(wire.read().status()).isEqualTo(413);
      for (var rest = 0; rest < 9; rest++) {
        wire.send(part);
      }
      assertThat(wire.isClosed()).isTrue();
    }
  }

  @Test
  void over64KibibytesIs413WithAndWithoutALength() throws IOException {
    var large = "{\"name\":\"" + "a".repeat(65_536) + "\"}";
    var told = RawSocketClient.exchange(service.port(), request("POST", "/v1/accounts", large));
    assertThat(told.status()).isEqualTo(413);
    var chunked =
        "POST /v1/accounts HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
            + RawSocketClient.ADMIN
            + "\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n"
            + Integer.toHexString(large.length())
            + "\r\n"
            + large
            + "\r\n0\r\n\r\n";
    var untold = RawSocketClient.exchange(service.port(), chunked);
    assertThat(untold.status()).isEqualTo(413);
    assertThat(untold.header("Content-Type")).isEqualTo("application/problem+json");
    var exact = "{\"x\":\"" + "a".repeat(65_536 - 8) + "\"}";
    assertThat(open(exact).status()).isEqualTo(400);
  }

  @Test
  void charsetUtf8IsAcceptedInAnySpelling() throws IOException {
    var answer =
        RawSocketClient.exchange(
            service.port(),
            request(
                "POST", "/v1/accounts", "{}", "content-type: Application/JSON; Charset=\"UTF-8\""));
    assertThat(answer.status()).isEqualTo(400);
  }

  private static RawSocketClient.Answer open(String body) throws IOException {
    return RawSocketClient.exchange(service.port(), request("POST", "/v1/accounts", body));
  }

  private static Map<String, String> faults(RawSocketClient.Answer answer) {
    var faults = new TreeMap<String, String>();
    for (var fault : answer.json().path("errors")) {
      faults.put(fault.path("pointer").asString(), fault.path("detail").asString());
    }
    return faults;
  }
}
