/**
 * The public entry point: CloudFront, the load balancer, web ACLs, certificates and DNS. Uses
 * {@code network} and what that uses. Start at {@link Ingress}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.infra.edge;
