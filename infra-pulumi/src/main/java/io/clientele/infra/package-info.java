/**
 * The service on AWS. {@link io.clientele.infra.Clientele} puts the components together: {@link
 * io.clientele.infra.Network}, {@link io.clientele.infra.Data}, {@link io.clientele.infra.Cache},
 * {@link io.clientele.infra.Edge}, {@link io.clientele.infra.Compute}, {@link
 * io.clientele.infra.Observability}, {@link io.clientele.infra.Delivery}. Nothing is looked up in
 * an account: what is built follows from {@link io.clientele.infra.config.Environment} alone, so
 * that tests see all of it.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.infra;
