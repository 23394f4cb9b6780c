package io.clientele.bootstrap.config;

/**
 * Thrown for a value that breaks a rule. The message continues a sentence that begins with the
 * setting's name, and never repeats a secret.
 */
public final class InvalidSetting extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InvalidSetting(String rule) {
    super(rule);
  }
}
