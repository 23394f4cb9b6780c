package io.clientele.http.exchange.problem;

import org.eclipse.jetty.http.HttpStatus;

/** HTTP's own words for its statuses, in the spelling of RFC 9110. */
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
