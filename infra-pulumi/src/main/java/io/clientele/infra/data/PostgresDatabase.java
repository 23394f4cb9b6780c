package io.clientele.infra.data;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.kms.Key;
import com.pulumi.aws.rds.Instance;
import com.pulumi.aws.rds.InstanceArgs;
import com.pulumi.aws.rds.ParameterGroup;
import com.pulumi.aws.rds.ParameterGroupArgs;
import com.pulumi.aws.rds.SubnetGroup;
import com.pulumi.aws.rds.SubnetGroupArgs;
import com.pulumi.aws.rds.inputs.ParameterGroupParameterArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import io.clientele.infra.component.Component;
import io.clientele.infra.component.DeploymentContext;
import io.clientele.infra.component.IamRoles;
import io.clientele.infra.component.KmsKeys;
import io.clientele.infra.component.PolicyStatement;
import io.clientele.infra.network.VpcNetwork;
import io.clientele.infra.observability.LogGroups;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The PostgreSQL server with its proxy, its secrets and the key of all stored data. */
public final class PostgresDatabase extends Component {
  static final String DATABASE = "clientele";
  private static final String OWNER = "clientele_owner";
  private static final String VERSION = "17";
  private static final String CERTIFICATES = "rds-ca-rsa2048-g1";

  private final Key key;
  private final Role monitor;
  private final ServiceSecrets secrets;
  private final Instance instance;
  private final List<Instance> replica;
  private final DatabaseProxy proxy;
  private final Resource proxyTarget;

  public PostgresDatabase(DeploymentContext context, VpcNetwork network, LogGroups logs) {
    super("Data", context);
    key = KmsKeys.of(this, "data", protectedOptions());
    secrets = new ServiceSecrets(this, key);
    monitor = monitor();
    // RDS creates a missing log group itself, without encryption and retention.
    instance =
        instance(
            network,
            logs.create("postgresql", "/aws/rds/instance/" + named("data") + "/postgresql"),
            logs.create("upgrade", "/aws/rds/instance/" + named("data") + "/upgrade"));
    replica = context.environment().database().hasReplica() ? List.of(replica(network)) : List.of();
    var proxyLog = logs.create("proxy", "/aws/rds/proxy/" + named("proxy"));
    proxy = new DatabaseProxy(this, network, key, secrets, proxyLog);
    proxyTarget = proxy.serve(instance.identifier());
    registerOutputs(Map.of("address", instance.address(), "proxy", proxy.endpoint()));
  }

  private Instance instance(VpcNetwork network, LogGroup... logs) {
    var plan = context().environment().database();
    var args = InstanceArgs.builder();
    configureStorage(args);
    configureProtection(args);
    configureMonitoring(args);
    return new Instance(
        named("data"),
        args.identifier(named("data"))
            .engine("postgres")
            .engineVersion(VERSION)
            .instanceClass(plan.size().id())
            .multiAz(plan.hasStandby())
            .dbName(DATABASE)
            .dbSubnetGroupName(subnetGroup(network).name())
            .vpcSecurityGroupIds(network.securityGroups().database().applyValue(List::of))
            .parameterGroupName(parameters().name())
            .build(),
        protectedOptions(logs));
  }

  /** The service reaches it directly: RDS Proxy serves no replica of an instance. */
  private Instance replica(VpcNetwork network) {
    var plan = context().environment().database();
    var args = InstanceArgs.builder();
    configureMonitoring(args);
    return new Instance(
        named("replica"),
        args.identifier(named("replica"))
            .replicateSourceDb(instance.identifier())
            .instanceClass(plan.size().id())
            .storageType("gp3")
            .maxAllocatedStorage(plan.storageMaxGb())
            .storageEncrypted(true)
            .kmsKeyId(key.arn())
            .iamDatabaseAuthenticationEnabled(true)
            .publiclyAccessible(false)
            .deletionProtection(context().environment().keepsData())
            .caCertIdentifier(CERTIFICATES)
            .autoMinorVersionUpgrade(true)
            .copyTagsToSnapshot(true)
            .skipFinalSnapshot(true)
            .maintenanceWindow("sun:05:30-sun:06:30")
            .vpcSecurityGroupIds(network.securityGroups().replica().applyValue(List::of))
            .parameterGroupName(instance.parameterGroupName())
            .build(),
        protectedOptions());
  }

  private void configureStorage(InstanceArgs.Builder args) {
    var plan = context().environment().database();
    args.storageType("gp3")
        .allocatedStorage(plan.storageGb())
        .maxAllocatedStorage(plan.storageMaxGb())
        .storageEncrypted(true)
        .kmsKeyId(key.arn())
        .backupRetentionPeriod(plan.backupDays())
        .backupWindow("02:00-03:00")
        .copyTagsToSnapshot(true)
        .deleteAutomatedBackups(!context().environment().keepsData())
        .skipFinalSnapshot(!context().environment().keepsData())
        .finalSnapshotIdentifier(named("last"));
  }

  private void configureProtection(InstanceArgs.Builder args) {
    args.username(OWNER)
        .manageMasterUserPassword(true)
        .masterUserSecretKmsKeyId(key.keyId())
        .iamDatabaseAuthenticationEnabled(true)
        .publiclyAccessible(false)
        .deletionProtection(context().environment().keepsData())
        .caCertIdentifier(CERTIFICATES)
        .autoMinorVersionUpgrade(true)
        .maintenanceWindow("sun:03:30-sun:04:30");
  }

  private void configureMonitoring(InstanceArgs.Builder args) {
    args.enabledCloudwatchLogsExports("postgresql", "upgrade")
        .performanceInsightsEnabled(true)
        .performanceInsightsKmsKeyId(key.arn())
        .performanceInsightsRetentionPeriod(7)
        .monitoringInterval(60)
        .monitoringRoleArn(monitor.arn());
  }

  private Role monitor() {
    return IamRoles.forService(
        named("database-monitor"),
        "monitoring.rds.amazonaws.com",
        options(),
        PolicyStatement.allow(
            context().arn("logs", "log-group:RDS*"),
            "logs:CreateLogGroup",
            "logs:PutRetentionPolicy"),
        PolicyStatement.allow(
            context().arn("logs", "log-group:RDS*:log-stream:*"),
            "logs:CreateLogStream",
            "logs:PutLogEvents",
            "logs:DescribeLogStreams",
            "logs:GetLogEvents"));
  }

  private SubnetGroup subnetGroup(VpcNetwork network) {
    return new SubnetGroup(
        named("data"),
        SubnetGroupArgs.builder()
            .name(named("data"))
            .description("Where nothing leads out")
            .subnetIds(network.subnets().dataIds())
            .build(),
        options());
  }

  private ParameterGroup parameters() {
    return new ParameterGroup(
        named("data"),
        ParameterGroupArgs.builder()
            .namePrefix(named("data-"))
            .family("postgres" + VERSION)
            .description("TLS only; slow statements and changes of tables are logged")
            .parameters(
                parameter("rds.force_ssl", "1"),
                parameter("log_statement", "ddl"),
                parameter("log_min_duration_statement", "1000"),
                // Values in statements and in violated constraints are personal data.
                parameter("log_error_verbosity", "terse"),
                parameter("log_parameter_max_length", "0"),
                parameter("log_parameter_max_length_on_error", "0"),
                parameter("log_lock_waits", "1"),
                parameter("idle_in_transaction_session_timeout", "60000"))
            .build(),
        options());
  }

  private static ParameterGroupParameterArgs parameter(String name, String value) {
    return ParameterGroupParameterArgs.builder().name(name).value(value).build();
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
    return Map.of("DBInstanceIdentifier", instance.identifier());
  }

  public Output<String> address() {
    return instance.address();
  }

  /** The address of the read replica, if the stack has one. */
  public Optional<Output<String>> replicaAddress() {
    return replica.stream().findFirst().map(Instance::address);
  }

  /** The ARN of the owner's secret. RDS creates the password and rotates it. */
  public Output<String> ownerSecret() {
    return instance
        .masterUserSecrets()
        .applyValue(secrets -> secrets.get(0).secretArn().orElse(""));
  }
}
