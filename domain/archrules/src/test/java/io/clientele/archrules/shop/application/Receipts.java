package io.clientele.archrules.shop.application;

/** A port that stands in the application. */
public interface Receipts {
  void print(long number);
}
