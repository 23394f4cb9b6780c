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

/** The log groups, the alarms and the dashboard. */
public final class Observability extends Component {
  private final LogGroups logs;
  private final Topic topic;

  public Observability(DeploymentContext context) {
    super("Observability", context);
    logs = new LogGroups(this);
    topic = topic();
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
            this,
            "alarms",
            options(),
            fromCloudWatch(
                PolicyStatement.allow(PolicyStatement.ANY, "kms:Decrypt", "kms:GenerateDataKey")));
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
                    fromCloudWatch(PolicyStatement.allow(created.arn(), "sns:Publish"))))
            .build(),
        options());
    return created;
  }

  private PolicyStatement fromCloudWatch(PolicyStatement allowed) {
    return allowed
        .principal("Service", "cloudwatch.amazonaws.com")
        .condition("StringEquals", "aws:SourceAccount", context().account());
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
