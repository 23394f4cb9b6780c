package io.clientele.bootstrap.config;

/**
 * What one value breaks, as the rest of a sentence that its name begins. Never repeats a secret.
 */
public final class InvalidSetting extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InvalidSetting(String rule) {
    super(rule);
  }
}
