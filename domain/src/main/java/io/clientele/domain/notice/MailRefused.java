package io.clientele.domain.notice;

/** Thrown when a mail server answers that it does not take a mail. Names no address. */
public final class MailRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int code;

  /**
   * Creates it.
   *
   * @param code the reply code of the server, such as 550; 0 if it is unknown
   */
  public MailRefused(int code) {
    super("the mail server refuses the mail: " + code);
    this.code = code;
  }

  /** The reply code of the server, such as 550; 0 if it is unknown. */
  public int code() {
    return code;
  }
}
