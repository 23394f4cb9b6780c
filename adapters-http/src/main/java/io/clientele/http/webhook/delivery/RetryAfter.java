package io.clientele.http.webhook.delivery;

import io.clientele.domain.webhook.delivery.DeliveryOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code Retry-After}. The client is kept from seeing it: by itself it sends a request
 * again that was answered 503 with 0.
 */
final class RetryAfter {
  private static final String NAME = "Retry-After";
  private static final String HIDDEN = "Clientele-Hidden-Retry-After";
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT);

  private RetryAfter() {}

  /** A network interceptor that renames the header. */
  static Interceptor hiding() {
    return chain -> {
      var response = chain.proceed(chain.request());
      var value = response.header(NAME);
      var renamed = response.newBuilder().removeHeader(NAME).removeHeader(HIDDEN);
      return value == null ? renamed.build() : renamed.header(HIDDEN, value).build();
    };
  }

  /** How long the endpoint asks to wait, at most a day; null if it does not. */
  static @Nullable Duration of(Response response, Instant now) {
    var text = response.header(HIDDEN);
    return text == null ? null : parse(text.strip(), now);
  }

  static @Nullable Duration parse(String text, Instant now) {
    if (text.matches("[0-9]{1,9}")) {
      return clamped(Duration.ofSeconds(Long.parseLong(text)));
    }
    try {
      return clamped(Duration.between(now, ZonedDateTime.parse(text, DATE).toInstant()));
    } catch (DateTimeParseException other) {
      return null;
    }
  }

  private static Duration clamped(Duration wait) {
    if (wait.isNegative()) {
      return Duration.ZERO;
    }
    return wait.compareTo(DeliveryOutcome.RETRY_AFTER_MAX) > 0
        ? DeliveryOutcome.RETRY_AFTER_MAX
        : wait;
  }
}
