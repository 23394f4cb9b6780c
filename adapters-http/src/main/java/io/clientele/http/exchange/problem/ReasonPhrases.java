package io.clientele.http.exchange.problem;

import org.eclipse.jetty.http.HttpStatus;

/** The reason phrases of HTTP statuses, as RFC 9110 spells them. */
final class ReasonPhrases {
  private ReasonPhrases() {}

  static String of(int status) {
    return switch (status) {
      case 413 -> "Content Too Large";
      case 414 -> "URI Too Long";
      default -> HttpStatus.getMessage(status);
    };
  }
}
