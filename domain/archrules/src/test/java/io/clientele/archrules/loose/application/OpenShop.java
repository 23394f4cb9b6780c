package io.clientele.archrules.loose.application;

/** Not final. */
public class OpenShop {
  public void open() {}
}
