package io.clientele.apikit.fuzz;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The data of requests that the service must know or must never expose: existing ids, and marked
 * secrets and e-mails that no log line may contain.
 */
public final class CanaryData {
  /** The marker of each planted e-mail, name and secret. */
  public static final String MARK = "plantedmark";

  private final List<String> ids;

  /** With these ids of accounts, operators and keys that are there. */
  public CanaryData(List<String> ids) {
    this.ids = List.copyOf(ids);
  }

  String id(RandomGenerator random) {
    return random.nextInt(10) == 0
        ? "01890a5d-ac96-774b-bcce-%012x".formatted(random.nextLong(1L << 40))
        : ids.get(random.nextInt(ids.size()));
  }

  String email(RandomGenerator random) {
    return MARK + random.nextInt(50_000) + "@example.com";
  }

  String password() {
    return MARK + "-a-password-of-length";
  }

  String words(RandomGenerator random) {
    return MARK + " " + Integer.toString(random.nextInt(1 << 20), 36);
  }
}
