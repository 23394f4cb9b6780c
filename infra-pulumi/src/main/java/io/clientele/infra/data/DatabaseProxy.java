package io.clientele.infra.data;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.kms.Key;
import com.pulumi.aws.rds.Proxy;
import com.pulumi.aws.rds.ProxyArgs;
import com.pulumi.aws.rds.ProxyDefaultTargetGroup;
import com.pulumi.aws.rds.ProxyDefaultTargetGroupArgs;
import com.pulumi.aws.rds.ProxyTarget;
import com.pulumi.aws.rds.ProxyTargetArgs;
import com.pulumi.aws.rds.inputs.ProxyAuthArgs;
import com.pulumi.aws.rds.inputs.ProxyDefaultTargetGroupConnectionPoolConfigArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import io.clientele.infra.component.Component;
import io.clientele.infra.component.IamRoles;
import io.clientele.infra.component.PolicyStatement;
import io.clientele.infra.network.VpcNetwork;
import java.util.List;

/** The RDS Proxy, which pools connections and holds requests during a failover. */
public final class DatabaseProxy {
  private final Component component;
  private final Proxy proxy;

  DatabaseProxy(
      Component component, VpcNetwork network, Key key, ServiceSecrets secrets, LogGroup log) {
    this.component = component;
    proxy = proxy(component, network, key, secrets, log);
  }

  /** Connects the proxy to a database server. A client must wait for the returned resource. */
  Resource serve(Output<String> instanceId) {
    var name = component.named("proxy");
    var group =
        new ProxyDefaultTargetGroup(
            name,
            ProxyDefaultTargetGroupArgs.builder()
                .dbProxyName(proxy.name())
                .connectionPoolConfig(
                    ProxyDefaultTargetGroupConnectionPoolConfigArgs.builder()
                        .connectionBorrowTimeout(2)
                        .maxConnectionsPercent(80)
                        .build())
                .build(),
            component.options());
    return new ProxyTarget(
        name,
        ProxyTargetArgs.builder()
            .dbProxyName(proxy.name())
            .targetGroupName(group.name())
            .dbInstanceIdentifier(instanceId)
            .build(),
        // A proxy has one server: a restored one takes the place of the old one.
        CustomResourceOptions.builder()
            .parent(component)
            .provider(component.context().home())
            .deleteBeforeReplace(true)
            .build());
  }

  private static Proxy proxy(
      Component component, VpcNetwork network, Key key, ServiceSecrets secrets, LogGroup log) {
    var name = component.named("proxy");
    var role =
        IamRoles.forService(
            name,
            "rds.amazonaws.com",
            component.options(),
            PolicyStatement.allow(secrets.proxyLogin(), "secretsmanager:GetSecretValue"),
            PolicyStatement.allow(key.arn(), "kms:Decrypt"));
    return new Proxy(
        name,
        ProxyArgs.builder()
            .name(name)
            .engineFamily("POSTGRESQL")
            .requireTls(true)
            .roleArn(role.arn())
            .vpcSubnetIds(network.subnets().dataIds())
            .vpcSecurityGroupIds(network.securityGroups().proxy().applyValue(List::of))
            .auths(
                ProxyAuthArgs.builder()
                    .authScheme("SECRETS")
                    .clientPasswordAuthType("POSTGRES_SCRAM_SHA_256")
                    .iamAuth("DISABLED")
                    .secretArn(secrets.proxyLogin())
                    .build())
            .build(),
        component.options(log));
  }

  public Output<String> endpoint() {
    return proxy.endpoint();
  }
}
