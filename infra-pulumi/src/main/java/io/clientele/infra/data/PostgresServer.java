package io.clientele.infra.data;

import com.pulumi.aws.iam.Role;
import com.pulumi.aws.kms.Key;
import com.pulumi.aws.rds.Instance;
import com.pulumi.aws.rds.InstanceArgs;
import com.pulumi.aws.rds.ParameterGroup;
import com.pulumi.aws.rds.ParameterGroupArgs;
import com.pulumi.aws.rds.SubnetGroup;
import com.pulumi.aws.rds.SubnetGroupArgs;
import com.pulumi.aws.rds.inputs.InstanceRestoreToPointInTimeArgs;
import com.pulumi.aws.rds.inputs.ParameterGroupParameterArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import io.clientele.infra.component.Component;
import io.clientele.infra.component.IamRoles;
import io.clientele.infra.component.PolicyStatement;
import io.clientele.infra.config.DatabasePlan;
import io.clientele.infra.config.RestoreSource;
import io.clientele.infra.network.VpcNetwork;
import io.clientele.infra.observability.LogGroups;
import java.util.List;
import java.util.Optional;

/**
 * The PostgreSQL server and its read replica. A server that is restored from a backup has a name of
 * its own: the old one stays in AWS until an operator removes it.
 */
final class PostgresServer {
  static final String DATABASE = "clientele";
  private static final String OWNER = "clientele_owner";
  private static final String VERSION = "17";
  private static final String CERTIFICATES = "rds-ca-rsa2048-g1";

  private final Component component;
  private final Key key;
  private final Role monitor;
  private final Instance primary;
  private final Optional<Instance> replica;

  PostgresServer(Component component, Key key, VpcNetwork network, LogGroups logs) {
    this.component = component;
    this.key = key;
    monitor = monitor();
    // RDS creates a missing log group itself, without encryption and retention.
    primary = primary(network, log(logs, "postgresql"), log(logs, "upgrade"));
    replica = plan().hasReplica() ? Optional.of(replica(network)) : Optional.empty();
  }

  private Resource log(LogGroups logs, String name) {
    return logs.createRetained(name, "/aws/rds/instance/" + named("data") + "/" + name);
  }

  /** The name of a server, which differs for each backup that it was restored from. */
  private String named(String thing) {
    return component.named(
        restoredFrom().map(source -> source.serverSuffix() + "-" + thing).orElse(thing));
  }

  private Instance primary(VpcNetwork network, Resource... logs) {
    var args = InstanceArgs.builder();
    configureStorage(args);
    configureProtection(args);
    configureMonitoring(args);
    restoredFrom().ifPresent(source -> restore(args, source));
    return new Instance(
        named("data"),
        args.identifier(named("data"))
            .engine("postgres")
            .engineVersion(VERSION)
            .instanceClass(plan().size().id())
            .multiAz(plan().hasStandby())
            .dbName(DATABASE)
            .dbSubnetGroupName(subnetGroup(network).name())
            .vpcSecurityGroupIds(network.securityGroups().database().applyValue(List::of))
            .parameterGroupName(parameters().name())
            .build(),
        component.retainedOptions(true, ofAnotherRegion() ? List.of("kmsKeyId") : List.of(), logs));
  }

  /** Restored backups keep the key that they were copied with. */
  private boolean ofAnotherRegion() {
    return restoredFrom()
        .filter(source -> source.snapshot().isEmpty() && source.backups().startsWith("arn:"))
        .isPresent();
  }

  private static void restore(InstanceArgs.Builder args, RestoreSource source) {
    if (source.snapshot().isPresent()) {
      args.snapshotIdentifier(source.snapshot().get());
      return;
    }
    var from = InstanceRestoreToPointInTimeArgs.builder().restoreTime(source.time());
    args.restoreToPointInTime(
        source.backups().startsWith("arn:")
            ? from.sourceDbInstanceAutomatedBackupsArn(source.backups()).build()
            : from.sourceDbInstanceIdentifier(source.backups()).build());
  }

  /** The service reaches it directly: RDS Proxy serves no replica of an instance. */
  private Instance replica(VpcNetwork network) {
    var args = InstanceArgs.builder();
    configureMonitoring(args);
    return new Instance(
        named("replica"),
        args.identifier(named("replica"))
            .replicateSourceDb(primary.identifier())
            .instanceClass(plan().size().id())
            .storageType("gp3")
            .maxAllocatedStorage(plan().storageMaxGb())
            .storageEncrypted(true)
            .kmsKeyId(key.arn())
            .iamDatabaseAuthenticationEnabled(true)
            .publiclyAccessible(false)
            .deletionProtection(keepsData())
            .caCertIdentifier(CERTIFICATES)
            .autoMinorVersionUpgrade(true)
            .copyTagsToSnapshot(true)
            .skipFinalSnapshot(true)
            .maintenanceWindow("sun:05:30-sun:06:30")
            .vpcSecurityGroupIds(network.securityGroups().replica().applyValue(List::of))
            .parameterGroupName(primary.parameterGroupName())
            .build(),
        component.retainedOptions(true, List.of()));
  }

  private void configureStorage(InstanceArgs.Builder args) {
    args.storageType("gp3")
        .allocatedStorage(plan().storageGb())
        .maxAllocatedStorage(plan().storageMaxGb())
        .storageEncrypted(true)
        .kmsKeyId(key.arn())
        .backupRetentionPeriod(plan().backupDays())
        .backupWindow("02:00-03:00")
        .copyTagsToSnapshot(true)
        .deleteAutomatedBackups(!keepsData())
        .skipFinalSnapshot(!keepsData())
        .finalSnapshotIdentifier(named("last"));
  }

  private void configureProtection(InstanceArgs.Builder args) {
    args.username(OWNER)
        .manageMasterUserPassword(true)
        .masterUserSecretKmsKeyId(key.keyId())
        .iamDatabaseAuthenticationEnabled(true)
        .publiclyAccessible(false)
        .deletionProtection(keepsData())
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
    var context = component.context();
    return IamRoles.forService(
        component.named("database-monitor"),
        "monitoring.rds.amazonaws.com",
        component.options(),
        PolicyStatement.allow(
            context.arn("logs", "log-group:RDS*"),
            "logs:CreateLogGroup",
            "logs:PutRetentionPolicy"),
        PolicyStatement.allow(
            context.arn("logs", "log-group:RDS*:log-stream:*"),
            "logs:CreateLogStream",
            "logs:PutLogEvents",
            "logs:DescribeLogStreams",
            "logs:GetLogEvents"));
  }

  private SubnetGroup subnetGroup(VpcNetwork network) {
    return new SubnetGroup(
        component.named("data"),
        SubnetGroupArgs.builder()
            .name(component.named("data"))
            .description("Where nothing leads out")
            .subnetIds(network.subnets().dataIds())
            .build(),
        component.options());
  }

  private ParameterGroup parameters() {
    return new ParameterGroup(
        component.named("data"),
        ParameterGroupArgs.builder()
            .namePrefix(component.named("data-"))
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
        component.options());
  }

  private static ParameterGroupParameterArgs parameter(String name, String value) {
    return ParameterGroupParameterArgs.builder().name(name).value(value).build();
  }

  private DatabasePlan plan() {
    return component.context().environment().database();
  }

  private boolean keepsData() {
    return component.context().environment().keepsData();
  }

  private Optional<RestoreSource> restoredFrom() {
    return component.context().environment().settings().backups().restoredFrom();
  }

  Instance primary() {
    return primary;
  }

  /** The address of the read replica, if the stack has one. */
  Optional<Output<String>> replicaAddress() {
    return replica.map(Instance::address);
  }
}
