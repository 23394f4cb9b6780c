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
import io.clientele.infra.compute.TelemetryCollector;
import java.util.Map;

/**
 * Logs, alarms and a picture. The collector beside each task brings the service's own metrics in;
 * see {@link TelemetryCollector}.
 */
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
            fromAlarms(
                PolicyStatement.allow(PolicyStatement.ANY, "kms:Decrypt", "kms:GenerateDataKey")));
    var made =
        new Topic(
            named("alarms"),
            TopicArgs.builder().name(named("alarms")).kmsMasterKeyId(key.arn()).build(),
            options());
    new TopicPolicy(
        named("alarms"),
        TopicPolicyArgs.builder()
            .arn(made.arn())
            .policy(
                PolicyStatement.document(
                    fromAlarms(PolicyStatement.allow(made.arn(), "sns:Publish"))))
            .build(),
        options());
    return made;
  }

  private PolicyStatement fromAlarms(PolicyStatement allowed) {
    return allowed
        .principal("Service", "cloudwatch.amazonaws.com")
        .condition("StringEquals", "aws:SourceAccount", context().account());
  }

  public LogGroups logs() {
    return logs;
  }

  /** Sets the alarms and draws the picture, once there is something to watch. */
  public void watch(MonitoredResources watched) {
    new CloudWatchAlarms(this, topic, watched).set();
    new Dashboard(
        named("overview"),
        DashboardArgs.builder()
            .dashboardName(named("overview"))
            .dashboardBody(new CloudWatchDashboard(context(), watched).json())
            .build(),
        options());
  }
}
