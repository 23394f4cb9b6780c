package io.clientele.infra.data;

import com.pulumi.aws.kms.Key;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import io.clientele.infra.component.Component;
import io.clientele.infra.component.DeploymentContext;
import io.clientele.infra.component.KmsKeys;
import io.clientele.infra.network.VpcNetwork;
import io.clientele.infra.observability.LogGroups;
import java.util.Map;
import java.util.Optional;

/** The PostgreSQL server with its proxy, its secrets and the key of all stored data. */
public final class PostgresDatabase extends Component {
  private final Key key;
  private final ServiceSecrets secrets;
  private final PostgresServer server;
  private final DatabaseProxy proxy;
  private final Resource proxyTarget;

  public PostgresDatabase(DeploymentContext context, VpcNetwork network, LogGroups logs) {
    super("Data", context);
    key = KmsKeys.of(this, "data", protectedOptions());
    var backups = BackupRegion.of(this);
    secrets = new ServiceSecrets(this, key, backups);
    server = new PostgresServer(this, key, network, logs);
    backups.ifPresent(region -> region.replicate(server.primary()));
    var proxyLog = logs.create("proxy", "/aws/rds/proxy/" + named("proxy"));
    proxy = new DatabaseProxy(this, network, key, secrets, proxyLog);
    proxyTarget = proxy.serve(server.primary().identifier());
    registerOutputs(Map.of("address", address(), "proxy", proxy.endpoint()));
  }

  public Key key() {
    return key;
  }

  public ServiceSecrets secrets() {
    return secrets;
  }

  public DatabaseProxy proxy() {
    return proxy;
  }

  /** The resource that a client of the proxy must wait for. */
  public Resource proxyTarget() {
    return proxyTarget;
  }

  /** The CloudWatch dimension of the server's metrics. */
  public Map<String, Output<String>> metricDimensions() {
    return Map.of("DBInstanceIdentifier", server.primary().identifier());
  }

  public Output<String> address() {
    return server.primary().address();
  }

  /** The address of the read replica, if the stack has one. */
  public Optional<Output<String>> replicaAddress() {
    return server.replicaAddress();
  }

  /** The ARN of the owner's secret. RDS creates the password and rotates it. */
  public Output<String> ownerSecret() {
    return server
        .primary()
        .masterUserSecrets()
        .applyValue(secrets -> secrets.get(0).secretArn().orElse(""));
  }
}
