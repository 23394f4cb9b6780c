package io.clientele.infra.component;

import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.List;
import java.util.Locale;

/** A component: what it makes are its children, and go where its context says. */
public abstract class Component extends ComponentResource {
  private final DeploymentContext context;

  protected Component(String name, DeploymentContext context) {
    super(
        "clientele:infra:" + name,
        context.environment().named(name.toLowerCase(Locale.ROOT)),
        ComponentResourceOptions.Empty);
    this.context = context;
  }

  public final String named(String thing) {
    return context.environment().named(thing);
  }

  public final DeploymentContext context() {
    return context;
  }

  /** In the region of the environment. */
  public final CustomResourceOptions options(Resource... after) {
    return CustomResourceOptions.builder()
        .parent(this)
        .provider(context.home())
        .dependsOn(after)
        .build();
  }

  /** Here, but what else changes these properties is left alone. */
  public final CustomResourceOptions optionsIgnoring(List<String> othersChange, Resource... after) {
    return CustomResourceOptions.builder()
        .parent(this)
        .provider(context.home())
        .dependsOn(after)
        .ignoreChanges(othersChange)
        .build();
  }

  /** Where CloudFront takes its certificate, firewall and logs from. */
  public final CustomResourceOptions edgeOptions(Resource... after) {
    return CustomResourceOptions.builder()
        .parent(this)
        .provider(context.edge())
        .dependsOn(after)
        .build();
  }

  /** Holds what people entered: where data is kept, Pulumi refuses to delete or replace it. */
  public final CustomResourceOptions protectedOptions(Resource... after) {
    return CustomResourceOptions.builder()
        .parent(this)
        .provider(context.home())
        .dependsOn(after)
        .protect(context.environment().keepsData())
        .build();
  }
}
