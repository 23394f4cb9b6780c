package io.clientele.infra.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The purpose of an environment. */
public enum DeploymentStage {
  /** For trying changes: one instance of each resource, and no data is kept. */
  DEV,
  /** Like production, but smaller, to find failures before production. */
  STAGING,
  /** The environment that users rely on. */
  PROD;

  /** The stage as it appears in resource names. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the stage with this stack name. */
  public static Optional<DeploymentStage> of(String id) {
    return Arrays.stream(values()).filter(stage -> stage.id().equals(id)).findFirst();
  }

  /** The stack names, for messages. */
  public static String ids() {
    return Arrays.stream(values()).map(DeploymentStage::id).collect(Collectors.joining(", "));
  }
}
