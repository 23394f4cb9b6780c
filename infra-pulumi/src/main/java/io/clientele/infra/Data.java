package io.clientele.infra;

import com.pulumi.aws.kms.Key;
import com.pulumi.aws.rds.Instance;
import com.pulumi.aws.rds.InstanceArgs;
import com.pulumi.aws.rds.ParameterGroup;
import com.pulumi.aws.rds.ParameterGroupArgs;
import com.pulumi.aws.rds.SubnetGroup;
import com.pulumi.aws.rds.SubnetGroupArgs;
import com.pulumi.aws.rds.inputs.ParameterGroupParameterArgs;
import com.pulumi.core.Output;
import java.util.List;
import java.util.Map;

/** PostgreSQL, a pooling proxy before it, and the key that all stored data is encrypted with. */
final class Data extends Part {
  static final String DATABASE = "clientele";
  private static final String OWNER = "clientele_owner";
  private static final String VERSION = "17";

  private final Key key;
  private final Vault vault;
  private final Instance instance;
  private final Pooler pooler;

  Data(Ground context, Network network, Logs logs) {
    super("Data", context);
    key = Keys.of(this, "data", protectedOptions());
    vault = new Vault(this, key);
    logs.group("postgresql", "/aws/rds/instance/" + named("data") + "/postgresql");
    logs.group("upgrade", "/aws/rds/instance/" + named("data") + "/upgrade");
    instance = instance(network);
    logs.group("proxy", "/aws/rds/proxy/" + named("proxy"));
    pooler = new Pooler(this, network, key, vault, instance.identifier());
    registerOutputs(Map.of("address", instance.address(), "proxy", pooler.endpoint()));
  }

  private Instance instance(Network network) {
    var plan = context().environment().database();
    var args = InstanceArgs.builder();
    stored(args);
    guarded(args);
    observed(args);
    return new Instance(
        named("data"),
        args.identifier(named("data"))
            .engine("postgres")
            .engineVersion(VERSION)
            .instanceClass(plan.size().id())
            .multiAz(plan.hasStandby())
            .dbName(DATABASE)
            .dbSubnetGroupName(subnetGroup(network).name())
            .vpcSecurityGroupIds(network.doors().database().applyValue(List::of))
            .parameterGroupName(parameters().name())
            .build(),
        protectedOptions());
  }

  private void stored(InstanceArgs.Builder args) {
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

  private void guarded(InstanceArgs.Builder args) {
    args.username(OWNER)
        .manageMasterUserPassword(true)
        .masterUserSecretKmsKeyId(key.keyId())
        .iamDatabaseAuthenticationEnabled(true)
        .publiclyAccessible(false)
        .deletionProtection(context().environment().keepsData())
        .caCertIdentifier("rds-ca-rsa2048-g1")
        .autoMinorVersionUpgrade(true)
        .maintenanceWindow("sun:03:30-sun:04:30");
  }

  private void observed(InstanceArgs.Builder args) {
    var monitor =
        Roles.forService(
            named("database-monitor"),
            "monitoring.rds.amazonaws.com",
            options(),
            Statement.allow(
                context().arn("logs", "log-group:RDSOSMetrics:*"),
                "logs:CreateLogStream",
                "logs:PutLogEvents",
                "logs:DescribeLogStreams",
                "logs:GetLogEvents"));
    args.enabledCloudwatchLogsExports("postgresql", "upgrade")
        .performanceInsightsEnabled(true)
        .performanceInsightsKmsKeyId(key.arn())
        .performanceInsightsRetentionPeriod(7)
        .monitoringInterval(60)
        .monitoringRoleArn(monitor.arn());
  }

  private SubnetGroup subnetGroup(Network network) {
    return new SubnetGroup(
        named("data"),
        SubnetGroupArgs.builder()
            .name(named("data"))
            .description("Where nothing leads out")
            .subnetIds(network.subnets().data())
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
                // Without the values of statements and of violated constraints: they are personal.
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

  Key key() {
    return key;
  }

  Vault vault() {
    return vault;
  }

  Pooler pooler() {
    return pooler;
  }

  /** The dimension of the metrics. */
  Map<String, Output<String>> metricDimensions() {
    return Map.of("DBInstanceIdentifier", instance.identifier());
  }

  Output<String> address() {
    return instance.address();
  }

  /** Made and rotated by RDS: nobody ever types the owner's password. */
  Output<String> ownerSecret() {
    return instance
        .masterUserSecrets()
        .applyValue(secrets -> secrets.get(0).secretArn().orElse(""));
  }
}
