package io.clientele.infra.component;

import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.List;
import java.util.Locale;

/** A Pulumi component: the parent of its resources, which get names and options from it. */
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

  /** Options for a resource in the environment's region. */
  public final CustomResourceOptions options(Resource... after) {
    return CustomResourceOptions.builder()
        .parent(this)
        .provider(context.home())
        .dependsOn(after)
        .build();
  }

  /** Options for a resource whose given properties something else changes. */
  public final CustomResourceOptions optionsIgnoring(List<String> othersChange, Resource... after) {
    return CustomResourceOptions.builder()
        .parent(this)
        .provider(context.home())
        .dependsOn(after)
        .ignoreChanges(othersChange)
        .build();
  }

  /** Options for a resource in the region that CloudFront reads from. */
  public final CustomResourceOptions edgeOptions(Resource... after) {
    return CustomResourceOptions.builder()
        .parent(this)
        .provider(context.edge())
        .dependsOn(after)
        .build();
  }

  /**
   * Options for a resource with data that a restore leaves behind: where data is kept, the resource
   * stays in AWS when the program no longer has it.
   *
   * @param isProtected whether Pulumi also refuses to replace it
   * @param othersChange the properties that something else determines
   */
  public final CustomResourceOptions retainedOptions(
      boolean isProtected, List<String> othersChange, Resource... after) {
    return CustomResourceOptions.builder()
        .parent(this)
        .provider(context.home())
        .dependsOn(after)
        .protect(isProtected && context.environment().keepsData())
        .retainOnDelete(context.environment().keepsData())
        .ignoreChanges(othersChange)
        .build();
  }

  /** Options for a resource with data: where data is kept, Pulumi refuses to delete it. */
  public final CustomResourceOptions protectedOptions(Resource... after) {
    return CustomResourceOptions.builder()
        .parent(this)
        .provider(context.home())
        .dependsOn(after)
        .protect(context.environment().keepsData())
        .build();
  }
}
