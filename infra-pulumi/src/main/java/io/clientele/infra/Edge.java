package io.clientele.infra;

import com.pulumi.core.Output;
import java.util.Map;

/**
 * One origin for page and API: CloudFront gives the dashboard from S3 and hands the API's paths to
 * a balancer, which takes requests from nobody else.
 */
final class Edge extends Part {
  private final Balancer balancer;
  private final Site site;

  Edge(Ground ground, Network network, Observability watch, Output<String> originToken) {
    super("Edge", ground);
    var buckets = new Buckets(this);
    var names = new Names(this);
    balancer = new Balancer(this, network, buckets, names, originToken);
    var firewall = new Firewall(this, watch);
    firewall.before(balancer);
    site = new Site(this, buckets, names, firewall, watch, originToken);
    names.pointAt(balancer, site);
    registerOutputs(Map.of("domain", site.distributionDomain()));
  }

  Balancer balancer() {
    return balancer;
  }

  Site site() {
    return site;
  }
}
