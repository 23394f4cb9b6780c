package io.clientele.infra;

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
import java.util.List;

/** RDS Proxy: tasks come and go, and a failover of the database is a pause instead of an error. */
final class Pooler {
  private final Proxy proxy;

  Pooler(Part component, Network network, Key key, Vault vault, Output<String> instanceId) {
    var name = component.named("proxy");
    proxy = proxy(component, network, key, vault);
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
    new ProxyTarget(
        name,
        ProxyTargetArgs.builder()
            .dbProxyName(proxy.name())
            .targetGroupName(group.name())
            .dbInstanceIdentifier(instanceId)
            .build(),
        component.options());
  }

  private static Proxy proxy(Part component, Network network, Key key, Vault vault) {
    var name = component.named("proxy");
    var reader =
        Roles.forService(
            name,
            "rds.amazonaws.com",
            component.options(),
            Statement.allow(vault.proxyLogin(), "secretsmanager:GetSecretValue"),
            Statement.allow(key.arn(), "kms:Decrypt"));
    return new Proxy(
        name,
        ProxyArgs.builder()
            .name(name)
            .engineFamily("POSTGRESQL")
            .requireTls(true)
            .roleArn(reader.arn())
            .vpcSubnetIds(network.subnets().data())
            .vpcSecurityGroupIds(network.doors().proxy().applyValue(List::of))
            .auths(
                ProxyAuthArgs.builder()
                    .authScheme("SECRETS")
                    .clientPasswordAuthType("POSTGRES_SCRAM_SHA_256")
                    .iamAuth("DISABLED")
                    .secretArn(vault.proxyLogin())
                    .build())
            .build(),
        component.options());
  }

  Output<String> endpoint() {
    return proxy.endpoint();
  }
}
