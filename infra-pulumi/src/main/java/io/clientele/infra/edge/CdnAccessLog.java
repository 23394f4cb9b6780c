package io.clientele.infra.edge;

import com.pulumi.aws.cloudwatch.LogDelivery;
import com.pulumi.aws.cloudwatch.LogDeliveryArgs;
import com.pulumi.aws.cloudwatch.LogDeliveryDestination;
import com.pulumi.aws.cloudwatch.LogDeliveryDestinationArgs;
import com.pulumi.aws.cloudwatch.LogDeliverySource;
import com.pulumi.aws.cloudwatch.LogDeliverySourceArgs;
import com.pulumi.aws.cloudwatch.inputs.LogDeliveryDestinationDeliveryDestinationConfigurationArgs;
import com.pulumi.core.Output;
import io.clientele.infra.component.Component;
import io.clientele.infra.observability.LogGroups;
import java.util.List;

/** CloudFront's standard logging v2. Legacy logging always logs the query string. */
final class CdnAccessLog {
  /**
   * All request fields except the query string, cookies and the referrer. Without this list
   * CloudFront logs those too.
   */
  private static final List<String> FIELDS =
      List.of(
          "date",
          "time",
          "x-edge-location",
          "x-edge-request-id",
          "x-edge-result-type",
          "x-edge-response-result-type",
          "x-edge-detailed-result-type",
          "c-ip",
          "c-port",
          "cs-method",
          "cs-protocol",
          "cs-protocol-version",
          "cs(Host)",
          "x-host-header",
          "cs-uri-stem",
          "cs-bytes",
          "cs(User-Agent)",
          "ssl-protocol",
          "ssl-cipher",
          "sc-status",
          "sc-bytes",
          "sc-content-type",
          "sc-content-len",
          "time-taken",
          "time-to-first-byte");

  private CdnAccessLog() {}

  static void of(Component component, Output<String> distributionArn, LogGroups logs) {
    var name = component.named("access");
    var group = logs.createAtEdge("access", "/clientele/" + name);
    var source =
        new LogDeliverySource(
            name,
            LogDeliverySourceArgs.builder()
                .name(name)
                .logType("ACCESS_LOGS")
                .resourceArn(distributionArn)
                .build(),
            component.edgeOptions());
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
            component.edgeOptions());
    new LogDelivery(
        name,
        LogDeliveryArgs.builder()
            .deliverySourceName(source.name())
            .deliveryDestinationArn(destination.arn())
            .recordFields(FIELDS)
            .build(),
        component.edgeOptions());
  }
}
