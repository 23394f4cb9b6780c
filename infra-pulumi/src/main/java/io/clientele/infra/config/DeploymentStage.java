package io.clientele.infra.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an environment is for. */
public enum DeploymentStage {
  /** To try things: one of each, and nothing is kept. */
  DEV,
  /** As production, smaller: what fails there fails here first. */
  STAGING,
  /** The one that is promised to others. */
  PROD;

  /** As it stands in names. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The stage of a stack's name. */
  public static Optional<DeploymentStage> of(String id) {
    return Arrays.stream(values()).filter(stage -> stage.id().equals(id)).findFirst();
  }

  /** All of them, for messages. */
  public static String ids() {
    return Arrays.stream(values()).map(DeploymentStage::id).collect(Collectors.joining(", "));
  }
}
