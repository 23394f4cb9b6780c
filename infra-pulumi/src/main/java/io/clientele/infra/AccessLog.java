package io.clientele.infra;

import com.pulumi.aws.cloudfront.Distribution;
import com.pulumi.aws.cloudwatch.LogDelivery;
import com.pulumi.aws.cloudwatch.LogDeliveryArgs;
import com.pulumi.aws.cloudwatch.LogDeliveryDestination;
import com.pulumi.aws.cloudwatch.LogDeliveryDestinationArgs;
import com.pulumi.aws.cloudwatch.LogDeliverySource;
import com.pulumi.aws.cloudwatch.LogDeliverySourceArgs;
import com.pulumi.aws.cloudwatch.inputs.LogDeliveryDestinationDeliveryDestinationConfigurationArgs;

/** CloudFront's access log: the newer kind, for the older one wants a bucket with open ACLs. */
final class AccessLog {
  private AccessLog() {}

  static void of(Edge edge, Distribution distribution, Observability watch) {
    var name = edge.named("access");
    var group = watch.logs().edgeGroup("access", "/clientele/" + name);
    var source =
        new LogDeliverySource(
            name,
            LogDeliverySourceArgs.builder()
                .name(name)
                .logType("ACCESS_LOGS")
                .resourceArn(distribution.arn())
                .build(),
            edge.atTheEdge());
    var destination =
        new LogDeliveryDestination(
            name,
            LogDeliveryDestinationArgs.builder()
                .name(name)
                .outputFormat("json")
                .deliveryDestinationConfiguration(
                    LogDeliveryDestinationDeliveryDestinationConfigurationArgs.builder()
                        .destinationResourceArn(group.arn())
                        .build())
                .build(),
            edge.atTheEdge());
    new LogDelivery(
        name,
        LogDeliveryArgs.builder()
            .deliverySourceName(source.name())
            .deliveryDestinationArn(destination.arn())
            .build(),
        edge.atTheEdge());
  }
}
