package io.clientele.http.exchange;

import io.clientele.http.exchange.header.PreferHeader;
import io.javalin.http.Context;

/**
 * The preference that a write is queued and carried out later ({@code respond-async}, RFC 7240).
 * Handlers of routes that are queueable call {@link #accept} once everything down to the faults of
 * the body is judged, and before they change anything.
 */
public final class RespondAsync {
  private static final String NAME = "respond-async";
  private static final String ATTRIBUTE = RespondAsync.class.getName();

  private RespondAsync() {}

  /** Whether the client prefers that the write is queued. */
  public static boolean isPreferred(Context http) {
    return PreferHeader.find(http, NAME).isPresent();
  }

  /** Lets {@link #accept} end the handler of this request. */
  public static void begin(Context http) {
    http.req().setAttribute(ATTRIBUTE, true);
  }

  /**
   * Ends the handler if the request is to be queued. {@link IdempotentRequest} calls it for
   * handlers that ask for the key.
   */
  public static void accept(Context http) {
    if (http.req().getAttribute(ATTRIBUTE) != null) {
      throw new Acceptable();
    }
  }

  /** Returns what was read of the body, or ends the handler as {@link #accept(Context)} does. */
  public static <T> T accept(Context http, T read) {
    accept(http);
    return read;
  }

  /** Adds {@code Preference-Applied} to the response. */
  public static void applied(Context http) {
    http.res().setHeader("Preference-Applied", NAME);
  }

  /** Ends the handler of a request that has no fault so far. */
  public static final class Acceptable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Carries no trace: it is no failure. */
    private Acceptable() {
      super("the request can be queued", null, false, false);
    }
  }
}
