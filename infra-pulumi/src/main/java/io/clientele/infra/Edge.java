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

  Edge(Ground context, Network network, Logs logs, Output<String> originToken) {
    super("Edge", context);
    var buckets = new Buckets(this);
    var names = new Names(this);
    balancer = new Balancer(this, network, buckets.logs(), names.balancerCertificate(), originToken);
    var firewall = new Firewall(this, logs);
    firewall.protect(balancer.arn());
    site = new Site(this, buckets, names, firewall.front(), originToken);
    AccessLog.of(this, site.distributionArn(), logs);
    names.pointAt(balancer.alias(), site.alias());
    registerOutputs(Map.of("domain", site.alias().name()));
  }

  Balancer balancer() {
    return balancer;
  }

  Site site() {
    return site;
  }
}
