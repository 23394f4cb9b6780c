package io.clientele.benchmark.server;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * Pockets of a new asset: one of the house, from which each pocket of an account gets what it
 * spends. They are opened over HTTP.
 */
public final class TransferPockets {
  /** How many accounts have a pocket. */
  public static final int ACCOUNTS = 1_000;

  private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

  private final MeasuredService service;
  private final String asset;
  private final String house;
  private final List<String> pockets = new ArrayList<>();

  private TransferPockets(MeasuredService service, String asset) throws IOException {
    this.service = service;
    this.asset = asset;
    define(service, asset);
    house = opened("POST /v1/pockets", "{\"asset\":\"%s\",\"name\":\"bank\",\"floor\":null}");
    for (var i = 0; i < ACCOUNTS; i++) {
      pockets.add(
          opened(
              "POST /v1/accounts" + account(i) + "/pockets",
              "{\"asset\":\"%s\",\"name\":\"main\"}"));
      post(house, pockets.get(i), "1000000.00");
    }
  }

  /** Opens the pockets; the asset is new, so those of earlier runs do not matter. */
  public static TransferPockets open(MeasuredService service) throws IOException {
    return new TransferPockets(service, newAsset());
  }

  /** A code of an asset that is not defined yet. */
  public static String newAsset() {
    return "B" + Long.toString(System.nanoTime(), 36).toUpperCase(Locale.ROOT);
  }

  /** Defines an asset with two decimal places. */
  public static void define(MeasuredService service, String asset) throws IOException {
    var body = "{\"code\":\"%s\",\"scale\":2,\"kind\":\"money\"}".formatted(asset);
    answer(service, "POST /v1/assets", body);
  }

  /** The code of the asset. */
  public String asset() {
    return asset;
  }

  /** The path of an account that the database has, from the slash before its id. */
  public static String account(int index) {
    return "/01930000-0000-7000-8000-%012x".formatted(index);
  }

  /** A cent between any two pockets of accounts: the members of a transfer, without braces. */
  public String spread() {
    var from = ThreadLocalRandom.current().nextInt(ACCOUNTS);
    return transfer(pockets.get(from), otherThan(from), "0.01");
  }

  /** A cent, nine times of ten out of one pocket. */
  public String hot() {
    var isHot = ThreadLocalRandom.current().nextInt(10) > 0;
    return isHot ? transfer(pockets.getFirst(), otherThan(0), "0.01") : spread();
  }

  /** A cent from any account to the house. */
  public String intoHouse() {
    var from = ThreadLocalRandom.current().nextInt(ACCOUNTS);
    return transfer(pockets.get(from), house, "0.01");
  }

  private String transfer(String from, String to, String amount) {
    return """
    "kind":"posted","reason":"benchmark","legs":[{"from":"%s","to":"%s","asset":"%s","amount":"%s"}]\
    """
        .formatted(from, to, asset, amount);
  }

  private String otherThan(int index) {
    return pockets.get((index + ThreadLocalRandom.current().nextInt(1, ACCOUNTS)) % ACCOUNTS);
  }

  private String opened(String request, String body) throws IOException {
    var answer = answer(service, request, body.formatted(asset));
    var id = ID.matcher(answer);
    if (!id.find()) {
      throw new IOException("no pocket was opened: " + answer);
    }
    return id.group(1);
  }

  private void post(String from, String to, String amount) throws IOException {
    var body = "{" + transfer(from, to, amount) + "}";
    answer(service, "PUT /v1/transfers/" + UUID.randomUUID(), body);
  }

  /** Sends a request that has to succeed. */
  public static String answer(MeasuredService service, String request, String body)
      throws IOException {
    return answer(service, request, "", body);
  }

  /** Sends a request with more header lines, which has to succeed. */
  static String answer(MeasuredService service, String request, String headers, String body)
      throws IOException {
    var answer = service.answer(request, headers, body);
    if (!answer.startsWith("HTTP/1.1 20")) {
      throw new IOException(request + " was refused: " + answer);
    }
    return answer;
  }
}
