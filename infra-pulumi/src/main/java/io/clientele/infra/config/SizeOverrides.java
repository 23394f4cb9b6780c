package io.clientele.infra.config;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The sizes that a stack's configuration sets. A size that is absent has the stage's default. */
public final class SizeOverrides {
  /** The names of all sizes, as {@code Pulumi.yaml} declares them. */
  public static final List<String> NAMES =
      List.of(
          "databaseClass",
          "databaseStorageGb",
          "databaseStorageMaxGb",
          "databaseReplica",
          "cacheClass",
          "cacheShards",
          "cacheReplicas",
          "taskCpuUnits",
          "taskMemoryMb",
          "tasksMin",
          "tasksMax",
          "requestsPerTask",
          "viewShards",
          "addressRequests",
          "hasGateways",
          "keepsData");

  /** No size is set. */
  public static final SizeOverrides NONE = new SizeOverrides(Map.of());

  private final Map<String, String> values;
  private final ConfigErrors errors = new ConfigErrors();

  /** Takes the values by name. An empty value is absent. */
  public SizeOverrides(Map<String, String> values) {
    this.values = Map.copyOf(values);
    errors.require(NAMES.containsAll(values.keySet()), "sizes", "must be among " + NAMES);
  }

  int number(String name, int otherwise) {
    var text = text(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    var isNumber = text.matches("[0-9]{1,9}");
    errors.require(isNumber, name, "must be a whole number");
    return isNumber ? Integer.parseInt(text) : otherwise;
  }

  boolean flag(String name, boolean otherwise) {
    var text = text(name);
    errors.require(text.matches("|true|false"), name, "must be true or false");
    return text.isEmpty() ? otherwise : text.equals("true");
  }

  <E extends Enum<E>> E one(String name, E otherwise) {
    var text = text(name);
    var choices = otherwise.getDeclaringClass().getEnumConstants();
    var found = Arrays.stream(choices).filter(each -> each.name().equalsIgnoreCase(text));
    if (text.isEmpty()) {
      return otherwise;
    }
    var names = Arrays.stream(choices).map(each -> each.name().toLowerCase(java.util.Locale.ROOT));
    return found
        .findFirst()
        .orElseGet(
            () -> {
              errors.require(
                  false, name, "must be one of " + names.collect(Collectors.joining(", ")));
              return otherwise;
            });
  }

  private String text(String name) {
    return values.getOrDefault(name, "");
  }

  /** Throws if a value that was read has a wrong form. */
  void requireValid() {
    errors.throwIfAny();
  }
}
