package io.clientele.http.webhook.delivery;

import io.clientele.domain.webhook.delivery.DeliveryResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Reads the beginning of the body of an answer. */
final class AnswerText {
  private static final int BODY_BYTES_MAX = 16 * 1024;

  private AnswerText() {}

  /**
   * Returns what is kept of the body; null if there is none. Reads at most {@link #BODY_BYTES_MAX}
   * bytes: then a usual connection can be used again. A body that breaks or comes too slowly is
   * cut.
   */
  static @Nullable String of(Response response) {
    var source = response.body().source();
    try {
      source.request(BODY_BYTES_MAX);
    } catch (IOException cut) {
      // The status has arrived, and it alone counts.
    }
    var read = source.getBuffer().snapshot();
    var kept = read.substring(0, Math.min(read.size(), DeliveryResult.ANSWER_BYTES_MAX));
    return kept.size() == 0 ? null : shortened(kept.string(StandardCharsets.UTF_8));
  }

  /** Bytes that are not UTF-8 have become longer characters. */
  private static String shortened(String text) {
    var cut = text;
    while (cut.getBytes(StandardCharsets.UTF_8).length > DeliveryResult.ANSWER_BYTES_MAX) {
      cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
    }
    return cut;
  }
}
