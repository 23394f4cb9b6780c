package io.clientele.http.webhook.delivery;

import java.io.IOException;

/** An endpoint sends more than is read of an answer. */
final class AnswerTooLargeException extends IOException {
  private static final long serialVersionUID = 1L;

  AnswerTooLargeException() {
    super("the answer is too large");
  }
}
