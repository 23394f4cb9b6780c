package io.clientele.apikit.scenario;

/** Paths and headers that several scenarios send. */
final class ScenarioRequests {
  static final String ACCOUNTS = "/v1/accounts";

  /** The path of an account that does not exist. */
  static final String ABSENT = "/v1/accounts/01890a5d-ac96-774b-bcce-b302099a8057";

  /** A header that no route can satisfy. */
  static final String[] IMAGES = {"Accept", "image/png"};

  private ScenarioRequests() {}
}
