package io.clientele.infra.config;

import java.util.regex.Pattern;

/**
 * The images to run, named by digest. A tag can be moved; a digest cannot, so the reviewed image
 * runs.
 *
 * @param service {@code sha256:…} of the service's image
 * @param collector {@code sha256:…} of the telemetry collector's image
 */
public record ReleaseImages(String service, String collector) {
  private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");

  public ReleaseImages {
    var errors = new ConfigErrors();
    var rule = "must be a digest: sha256: and 64 hexadecimal digits";
    errors.requireMatch(DIGEST, service, "serviceDigest", rule);
    errors.requireMatch(DIGEST, collector, "collectorDigest", rule);
    errors.throwIfAny();
  }
}
