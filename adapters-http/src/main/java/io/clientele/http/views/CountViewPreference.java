package io.clientele.http.views;

import io.clientele.http.exchange.header.PreferHeader;
import io.javalin.http.Context;
import java.util.Optional;

/** The preference that a read is not counted as a view. */
public final class CountViewPreference {
  private static final String COUNT_VIEW = "count-view";
  private static final Optional<String> NO = Optional.of("no");

  private CountViewPreference() {}

  /** Whether the client wants this read not to be counted as a view. */
  public static boolean countsNoView(Context http) {
    return PreferHeader.find(http, COUNT_VIEW).equals(NO);
  }

  public static boolean countsNoView(String preferences) {
    return PreferHeader.find(preferences, COUNT_VIEW).equals(NO);
  }

  /** Adds {@code Preference-Applied} to the response. */
  public static void appliedNoView(Context http) {
    http.res().setHeader("Preference-Applied", COUNT_VIEW + "=no");
  }
}
