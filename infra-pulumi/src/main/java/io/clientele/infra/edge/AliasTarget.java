package io.clientele.infra.edge;

import com.pulumi.core.Output;

/**
 * The address that a Route 53 alias record points to.
 *
 * @param name the DNS name of the AWS resource
 * @param zoneId the id of the hosted zone that AWS keeps for the resource
 */
record AliasTarget(Output<String> name, Output<String> zoneId) {}
