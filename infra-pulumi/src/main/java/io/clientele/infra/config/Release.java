package io.clientele.infra.config;

import java.util.regex.Pattern;

/**
 * Which images run. A tag can be moved, a digest cannot: what was reviewed is what runs.
 *
 * @param service {@code sha256:…} of the service's image
 * @param collector {@code sha256:…} of the collector's image beside it
 */
public record Release(String service, String collector) {
  private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");

  public Release {
    var faults = new Faults();
    var rule = "must be a digest: sha256: and 64 hexadecimal digits";
    faults.demandShape(DIGEST, service, "serviceDigest", rule);
    faults.demandShape(DIGEST, collector, "collectorDigest", rule);
    faults.refuse();
  }
}
