package io.clientele.infra;

import com.pulumi.aws.cloudwatch.Dashboard;
import com.pulumi.aws.cloudwatch.DashboardArgs;
import com.pulumi.aws.sns.Topic;
import com.pulumi.aws.sns.TopicArgs;
import com.pulumi.aws.sns.TopicPolicy;
import com.pulumi.aws.sns.TopicPolicyArgs;
import com.pulumi.aws.sns.TopicSubscription;
import com.pulumi.aws.sns.TopicSubscriptionArgs;
import java.util.Map;

/**
 * Logs, alarms and a picture. The collector beside each task brings the service's own metrics in;
 * see {@link Collector}.
 */
final class Observability extends Part {
  private final Logs logs;
  private final Topic topic;

  Observability(Ground context) {
    super("Observability", context);
    logs = new Logs(this);
    topic = topic();
    new TopicSubscription(
        named("alarms"),
        TopicSubscriptionArgs.builder()
            .topic(topic.arn())
            .protocol("email")
            .endpoint(context.environment().particulars().alarmEmail())
            .build(),
        options());
    registerOutputs(Map.of("alarms", topic.arn()));
  }

  private Topic topic() {
    var key =
        Keys.of(
            this,
            "alarms",
            options(),
            fromAlarms(Statement.allow(Statement.ANY, "kms:Decrypt", "kms:GenerateDataKey")));
    var made =
        new Topic(
            named("alarms"),
            TopicArgs.builder().name(named("alarms")).kmsMasterKeyId(key.arn()).build(),
            options());
    new TopicPolicy(
        named("alarms"),
        TopicPolicyArgs.builder()
            .arn(made.arn())
            .policy(Statement.document(fromAlarms(Statement.allow(made.arn(), "sns:Publish"))))
            .build(),
        options());
    return made;
  }

  private Statement fromAlarms(Statement allowed) {
    return allowed
        .by("Service", "cloudwatch.amazonaws.com")
        .when("StringEquals", "aws:SourceAccount", context().account());
  }

  Logs logs() {
    return logs;
  }

  /** Sets the alarms and draws the picture, once there is something to watch. */
  void watch(Watched watched) {
    new Alarms(this, topic, watched).set();
    new Dashboard(
        named("overview"),
        DashboardArgs.builder()
            .dashboardName(named("overview"))
            .dashboardBody(new Picture(context(), watched).json())
            .build(),
        options());
  }
}
