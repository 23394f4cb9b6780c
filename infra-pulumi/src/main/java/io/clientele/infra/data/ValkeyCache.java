package io.clientele.infra.data;

import com.pulumi.aws.elasticache.ParameterGroup;
import com.pulumi.aws.elasticache.ParameterGroupArgs;
import com.pulumi.aws.elasticache.ReplicationGroup;
import com.pulumi.aws.elasticache.ReplicationGroupArgs;
import com.pulumi.aws.elasticache.SubnetGroup;
import com.pulumi.aws.elasticache.SubnetGroupArgs;
import com.pulumi.aws.elasticache.inputs.ParameterGroupParameterArgs;
import com.pulumi.aws.elasticache.inputs.ReplicationGroupLogDeliveryConfigurationArgs;
import com.pulumi.aws.kms.Key;
import com.pulumi.aws.secretsmanager.SecretVersion;
import com.pulumi.aws.secretsmanager.SecretVersionArgs;
import com.pulumi.core.Output;
import io.clientele.infra.component.Component;
import io.clientele.infra.component.DeploymentContext;
import io.clientele.infra.config.CachePlan;
import io.clientele.infra.network.TcpPorts;
import io.clientele.infra.network.VpcNetwork;
import io.clientele.infra.observability.LogGroups;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Valkey in cluster mode. It never evicts keys: its counted views are stored nowhere else. */
public final class ValkeyCache extends Component {
  private static final String VERSION = "8.0";
  private static final String FAMILY = "valkey8";

  private final ReplicationGroup group;

  public ValkeyCache(
      DeploymentContext context,
      VpcNetwork network,
      PostgresDatabase database,
      LogGroups logs,
      Output<String> token) {
    super("Cache", context);
    group = group(network, database.key(), logs, token);
    new SecretVersion(
        named("redis-url"),
        SecretVersionArgs.builder()
            .secretId(database.secrets().arn(ServiceSecrets.REDIS_URL))
            .secretString(url(token))
            .build(),
        options());
    registerOutputs(Map.of("address", group.configurationEndpointAddress()));
  }

  private ReplicationGroup group(
      VpcNetwork network, Key key, LogGroups logs, Output<String> token) {
    var plan = plan();
    return new ReplicationGroup(
        named("cache"),
        ReplicationGroupArgs.builder()
            .replicationGroupId(groupId())
            .description("Views that are counted and not yet stored, permits of rate limits")
            .engine("valkey")
            .engineVersion(VERSION)
            .nodeType(plan.size().id())
            .clusterMode("enabled")
            .numNodeGroups(plan.shards())
            .replicasPerNodeGroup(plan.replicas())
            .automaticFailoverEnabled(true)
            .multiAzEnabled(true)
            .transitEncryptionEnabled(true)
            .transitEncryptionMode("required")
            .authToken(token)
            .authTokenUpdateStrategy("ROTATE")
            .atRestEncryptionEnabled(true)
            .kmsKeyId(key.arn())
            .snapshotRetentionLimit(plan.snapshotDays())
            .snapshotWindow("01:00-02:00")
            .autoMinorVersionUpgrade(true)
            .maintenanceWindow("sun:04:30-sun:05:30")
            .parameterGroupName(parameters().name())
            .subnetGroupName(subnets(network).name())
            .securityGroupIds(network.securityGroups().cache().applyValue(List::of))
            .port(TcpPorts.REDIS)
            .logDeliveryConfigurations(log(logs, "engine"), log(logs, "slow"))
            .build(),
        protectedOptions());
  }

  /** With a single address the client would not use cluster mode, so the URL repeats it. */
  private Output<String> url(Output<String> token) {
    return Output.all(token, group.configurationEndpointAddress())
        .applyValue(
            known ->
                "rediss://:%1$s@%2$s:%3$d,%2$s:%3$d"
                    .formatted(known.get(0), known.get(1), TcpPorts.REDIS))
        .asSecret();
  }

  private ReplicationGroupLogDeliveryConfigurationArgs log(LogGroups logs, String kind) {
    return ReplicationGroupLogDeliveryConfigurationArgs.builder()
        .logType(kind + "-log")
        .logFormat("json")
        .destinationType("cloudwatch-logs")
        .destination(logs.create("cache-" + kind).name())
        .build();
  }

  private ParameterGroup parameters() {
    return new ParameterGroup(
        named("cache"),
        ParameterGroupArgs.builder()
            .name(named("cache"))
            .family(FAMILY)
            .description("A cluster that never evicts")
            .parameters(
                parameter("cluster-enabled", "yes"), parameter("maxmemory-policy", "noeviction"))
            .build(),
        options());
  }

  private static ParameterGroupParameterArgs parameter(String name, String value) {
    return ParameterGroupParameterArgs.builder().name(name).value(value).build();
  }

  private SubnetGroup subnets(VpcNetwork network) {
    return new SubnetGroup(
        named("cache"),
        SubnetGroupArgs.builder()
            .name(named("cache"))
            .description("Where nothing leads out")
            .subnetIds(network.subnets().dataIds())
            .build(),
        options());
  }

  private String groupId() {
    return named("cache");
  }

  /** The node ids that ElastiCache derives from the shard and node numbers. */
  public List<String> nodeIds() {
    return IntStream.rangeClosed(1, plan().shards())
        .boxed()
        .flatMap(
            shard ->
                IntStream.rangeClosed(1, 1 + plan().replicas())
                    .mapToObj(node -> "%s-%04d-%03d".formatted(groupId(), shard, node)))
        .toList();
  }

  private CachePlan plan() {
    return context().environment().cache();
  }
}
