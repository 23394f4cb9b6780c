package io.clientele.infra.config;

import java.util.Map;
import java.util.Set;

/**
 * The size and the scaling limits of the service.
 *
 * @param requestsPerTask the requests per minute and task above which tasks are added
 */
public record ComputePlan(
    int cpuUnits, int memoryMb, int tasksMin, int tasksMax, int cpuPercent, int requestsPerTask) {
  /** The pairs of CPU units and memory in MiB that Fargate offers and this project uses. */
  private static final Map<Integer, Set<Integer>> OFFERED =
      Map.of(
          512, Set.of(1024, 2048, 3072, 4096),
          1024, Set.of(2048, 3072, 4096, 8192),
          2048, Set.of(4096, 8192, 16_384),
          4096, Set.of(8192, 16_384, 30_720));

  public ComputePlan {
    var errors = new ConfigErrors();
    errors.require(
        OFFERED.getOrDefault(cpuUnits, Set.of()).contains(memoryMb),
        "compute.cpuUnits, compute.memoryMb",
        "must be a pair that Fargate offers");
    errors.requireRange(tasksMin, 1, tasksMax, "compute.tasksMin");
    errors.requireRange(tasksMax, tasksMin, 100, "compute.tasksMax");
    errors.requireRange(cpuPercent, 10, 90, "compute.cpuPercent");
    errors.requireRange(requestsPerTask, 60, 10_000_000, "compute.requestsPerTask");
    errors.throwIfAny();
  }
}
