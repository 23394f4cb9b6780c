package io.clientele.infra.observability;

import com.pulumi.aws.cloudwatch.Dashboard;
import com.pulumi.aws.cloudwatch.DashboardArgs;
import com.pulumi.aws.sns.Topic;
import com.pulumi.aws.sns.TopicArgs;
import com.pulumi.aws.sns.TopicPolicy;
import com.pulumi.aws.sns.TopicPolicyArgs;
import com.pulumi.aws.sns.TopicSubscription;
import com.pulumi.aws.sns.TopicSubscriptionArgs;
import io.clientele.infra.component.Component;
import io.clientele.infra.component.DeploymentContext;
import io.clientele.infra.component.KmsKeys;
import io.clientele.infra.component.PolicyStatement;
import java.util.Map;

/** The log groups, the alarms, the dashboard and the managed Prometheus. */
public final class Observability extends Component {
  private final LogGroups logs;
  private final Topic topic;
  private final ManagedPrometheus prometheus;

  public Observability(DeploymentContext context) {
    super("Observability", context);
    logs = new LogGroups(this);
    topic = topic();
    prometheus = new ManagedPrometheus(this, topic, logs);
    new TopicSubscription(
        named("alarms"),
        TopicSubscriptionArgs.builder()
            .topic(topic.arn())
            .protocol("email")
            .endpoint(context.environment().settings().alarmEmail())
            .build(),
        options());
    registerOutputs(Map.of("alarms", topic.arn()));
  }

  private Topic topic() {
    var key =
        KmsKeys.of(
            this, "alarms", options(), by("cloudwatch", encrypting()), by("aps", encrypting()));
    var created =
        new Topic(
            named("alarms"),
            TopicArgs.builder().name(named("alarms")).kmsMasterKeyId(key.arn()).build(),
            options());
    new TopicPolicy(
        named("alarms"),
        TopicPolicyArgs.builder()
            .arn(created.arn())
            .policy(
                PolicyStatement.document(
                    by("cloudwatch", PolicyStatement.allow(created.arn(), "sns:Publish")),
                    by("aps", PolicyStatement.allow(created.arn(), "sns:Publish"))))
            .build(),
        options());
    return created;
  }

  private static PolicyStatement encrypting() {
    return PolicyStatement.allow(PolicyStatement.ANY, "kms:Decrypt", "kms:GenerateDataKey");
  }

  /** Allows it to alarms of CloudWatch or of Prometheus in this account. */
  private PolicyStatement by(String service, PolicyStatement allowed) {
    return allowed
        .principal("Service", service + ".amazonaws.com")
        .condition("StringEquals", "aws:SourceAccount", context().account());
  }

  public ManagedPrometheus prometheus() {
    return prometheus;
  }

  public LogGroups logs() {
    return logs;
  }

  /** Creates the alarms and the dashboard, after the resources that they monitor. */
  public void monitor(MonitoredResources resources) {
    new CloudWatchAlarms(this, topic, resources).create();
    new Dashboard(
        named("overview"),
        DashboardArgs.builder()
            .dashboardName(named("overview"))
            .dashboardBody(new CloudWatchDashboard(context(), resources).json())
            .build(),
        options());
  }
}
