/**
 * The VPC with subnets, security groups and VPC endpoints. Uses {@code component}, {@code config}
 * and {@code observability}. Start at {@link VpcNetwork}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.infra.network;
