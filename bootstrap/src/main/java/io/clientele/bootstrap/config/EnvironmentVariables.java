package io.clientele.bootstrap.config;

import java.util.Map;

/** The environment that settings are read from. */
public record EnvironmentVariables(Map<String, String> values) {
  public EnvironmentVariables {
    values = Map.copyOf(values);
  }

  /** Returns the environment of this process. */
  public static EnvironmentVariables ofProcess() {
    return new EnvironmentVariables(System.getenv());
  }

  /** Prints no value: some are secrets. */
  @Override
  public String toString() {
    return values.size() + " environment variables";
  }
}
