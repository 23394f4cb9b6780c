package io.clientele.bootstrap.telemetry;

import io.clientele.bootstrap.config.TelemetryConfig.Sampling;
import io.opentelemetry.sdk.trace.samplers.Sampler;

/** Creates the samplers that decide which requests are traced. */
final class RequestSamplers {
  /** A sampler that never samples. */
  static final Sampler NONE = Sampler.alwaysOff();

  private RequestSamplers() {}

  static Sampler of(Sampling sampling) {
    var root =
        sampling.ratio() == 0
            ? NONE
            : sampling.ratio() == 1
                ? Sampler.alwaysOn()
                : Sampler.traceIdRatioBased(sampling.ratio());
    return sampling.isParentBased() ? Sampler.parentBased(root) : children(root);
  }

  /**
   * Returns a sampler under which the spans inside the service follow the decision for their
   * request.
   */
  private static Sampler children(Sampler root) {
    return Sampler.parentBasedBuilder(root)
        .setRemoteParentSampled(root)
        .setRemoteParentNotSampled(root)
        .build();
  }
}
