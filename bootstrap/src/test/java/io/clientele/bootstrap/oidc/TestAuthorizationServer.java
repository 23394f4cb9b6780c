package io.clientele.bootstrap.oidc;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The authorization code flow with PKCE (RFC 7636) of an issuer: a page that asks for consent, and
 * a token endpoint, at the origin of the issuer or at another. It has one public client.
 */
final class TestAuthorizationServer implements AutoCloseable {
  static final String CLIENT = "page-of-the-store";

  private final TestOidcIssuer issuer = new TestOidcIssuer();
  private final HttpServer other = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
  private final Map<String, Map<String, String>> requestOfCode = new ConcurrentHashMap<>();
  private volatile String origin = "";
  private volatile String claims = "";

  private TestAuthorizationServer(boolean hasTokensElsewhere) throws IOException, JOSEException {
    issuer.tell("authorization_endpoint", issuer.url() + "/authorize");
    issuer.serve("/authorize", this::authorize);
    issuer.tell("token_endpoint", (hasTokensElsewhere ? otherOrigin() : issuer.url()) + "/token");
    if (hasTokensElsewhere) {
      other.createContext("/token", this::token);
    } else {
      issuer.serve("/token", this::token);
    }
    other.start();
  }

  static TestAuthorizationServer ofOneOrigin() throws IOException, JOSEException {
    return new TestAuthorizationServer(false);
  }

  static TestAuthorizationServer withTokensAtAnotherOrigin() throws IOException, JOSEException {
    return new TestAuthorizationServer(true);
  }

  TestOidcIssuer issuer() {
    return issuer;
  }

  String otherOrigin() {
    return "http://127.0.0.1:" + other.getAddress().getPort();
  }

  /** Registers where the page of the client is served. */
  void register(String originOfThePage) {
    origin = originOfThePage;
  }

  /** Makes the customer of this account the one who consents from now on. */
  void signedInAs(String account) {
    claims =
        "\"sub\":\"customer-%s\",\"roles\":[\"customer\"],\"account_id\":\"%s\""
            .formatted(account, account);
  }

  String claims() {
    return claims;
  }

  /** Shows a page with both answers of a customer. */
  private void authorize(HttpExchange http) throws IOException {
    var request = form(http.getRequestURI().getRawQuery());
    if (!"code".equals(request.get("response_type"))
        || !CLIENT.equals(request.get("client_id"))
        || !returnAddress().equals(request.get("redirect_uri"))
        || !"S256".equals(request.get("code_challenge_method"))) {
      answer(http, 400, "text/html", "<h1>This request is not from a known client</h1>");
      return;
    }
    var code = UUID.randomUUID().toString();
    requestOfCode.put(code, request);
    var back =
        "%s?state=%s&amp;iss=%s&amp;"
            .formatted(
                returnAddress(), encoded(request.getOrDefault("state", "")), encoded(issuer.url()));
    answer(
        http,
        200,
        "text/html",
        """
        <!doctype html><html lang="en"><title>Consent</title><link rel="icon" href="data:,">
        <h1>May the store know who you are?</h1>
        <a href="%scode=%s">Allow</a> <a href="%serror=access_denied">Deny</a>\
        """
            .formatted(back, code, back));
  }

  /** Exchanges a code, once, with the client that began. */
  private void token(HttpExchange http) throws IOException {
    http.getResponseHeaders().set("Access-Control-Allow-Origin", origin);
    http.getResponseHeaders().set("Vary", "Origin");
    var given = form(new String(http.getRequestBody().readAllBytes(), US_ASCII));
    var asked = requestOfCode.remove(given.getOrDefault("code", ""));
    if (asked == null
        || !"authorization_code".equals(given.get("grant_type"))
        || !asked.get("client_id").equals(given.get("client_id"))
        || !asked.get("redirect_uri").equals(given.get("redirect_uri"))
        || !challenge(given.getOrDefault("code_verifier", ""))
            .equals(asked.get("code_challenge"))) {
      answer(http, 400, "application/json", "{\"error\":\"invalid_grant\"}");
      return;
    }
    try {
      var token = issuer.token('"' + asked.get("audience") + '"', claims);
      var json = "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":600}";
      answer(http, 200, "application/json", json.formatted(token));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private String returnAddress() {
    return origin + "/store/signed-in";
  }

  private static String challenge(String verifier) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  private static Map<String, String> form(String text) {
    var form = new HashMap<String, String>();
    for (var pair : text.split("&")) {
      var equals = pair.indexOf('=');
      form.put(
          URLDecoder.decode(pair.substring(0, equals), UTF_8),
          URLDecoder.decode(pair.substring(equals + 1), UTF_8));
    }
    return form;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private static void answer(HttpExchange http, int status, String type, String text)
      throws IOException {
    http.getResponseHeaders().set("Content-Type", type);
    var bytes = text.getBytes(UTF_8);
    http.sendResponseHeaders(status, bytes.length);
    try (var body = http.getResponseBody()) {
      body.write(bytes);
    }
  }

  @Override
  public void close() {
    other.stop(0);
    issuer.close();
  }
}
