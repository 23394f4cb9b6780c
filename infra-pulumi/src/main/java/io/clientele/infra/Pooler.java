package io.clientele.infra;

import com.pulumi.aws.rds.Instance;
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

  Pooler(Data data, Network network, Observability watch, Instance instance, Vault vault) {
    var name = data.named("proxy");
    watch.logs().group("proxy", "/aws/rds/proxy/" + name);
    proxy = proxy(data, network, vault, name);
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
            data.here());
    new ProxyTarget(
        name,
        ProxyTargetArgs.builder()
            .dbProxyName(proxy.name())
            .targetGroupName(group.name())
            .dbInstanceIdentifier(instance.identifier())
            .build(),
        data.here());
  }

  private static Proxy proxy(Data data, Network network, Vault vault, String name) {
    var reader =
        Roles.forService(
            name,
            "rds.amazonaws.com",
            data.here(),
            Statement.allow(vault.proxyLogin(), "secretsmanager:GetSecretValue"),
            Statement.allow(data.key().arn(), "kms:Decrypt"));
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
        data.here());
  }

  Output<String> endpoint() {
    return proxy.endpoint();
  }
}
