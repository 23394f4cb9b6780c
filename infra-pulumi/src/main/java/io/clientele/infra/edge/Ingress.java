package io.clientele.infra.edge;

import com.pulumi.core.Output;
import io.clientele.infra.component.Component;
import io.clientele.infra.component.DeploymentContext;
import io.clientele.infra.network.VpcNetwork;
import io.clientele.infra.observability.LogGroups;
import java.util.Map;

/** The public entry point: CloudFront, and a load balancer that accepts CloudFront only. */
public final class Ingress extends Component {
  private final ServiceLoadBalancer balancer;
  private final CdnDistribution site;
  private final S3Buckets buckets;

  public Ingress(
      DeploymentContext context, VpcNetwork network, LogGroups logs, Output<String> originToken) {
    super("Edge", context);
    buckets = new S3Buckets(this);
    var names = new DomainNames(this);
    balancer =
        new ServiceLoadBalancer(this, network, buckets, names.balancerCertificate(), originToken);
    var firewall = new WebAcls(this, logs);
    firewall.protect(balancer.arn());
    site = new CdnDistribution(this, buckets, names, firewall.front(), originToken);
    CdnAccessLog.of(this, site.distributionArn(), logs);
    names.createAliases(balancer.alias(), site.alias());
    registerOutputs(Map.of("domain", site.alias().name()));
  }

  public ServiceLoadBalancer balancer() {
    return balancer;
  }

  /** The bucket of logs, to which the buckets of other components log. */
  public Output<String> logBucket() {
    return buckets.logs();
  }

  public CdnDistribution site() {
    return site;
  }
}
