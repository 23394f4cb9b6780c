package io.clientele.infra;

import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.List;
import java.util.Locale;

/** A component: what it makes are its children, and go where its context says. */
abstract class Part extends ComponentResource {
  private final Ground context;

  Part(String name, Ground context) {
    super(
        "clientele:infra:" + name,
        context.environment().named(name.toLowerCase(Locale.ROOT)),
        ComponentResourceOptions.Empty);
    this.context = context;
  }

  final String named(String thing) {
    return context.environment().named(thing);
  }

  final Ground context() {
    return context;
  }

  /** In the region of the environment. */
  final CustomResourceOptions options(Resource... after) {
    return CustomResourceOptions.builder()
        .parent(this)
        .provider(context.home())
        .dependsOn(after)
        .build();
  }

  /** Here, but what else changes these properties is left alone. */
  final CustomResourceOptions optionsIgnoring(List<String> othersChange, Resource... after) {
    return CustomResourceOptions.builder()
        .parent(this)
        .provider(context.home())
        .dependsOn(after)
        .ignoreChanges(othersChange)
        .build();
  }

  /** Where CloudFront takes its certificate, firewall and logs from. */
  final CustomResourceOptions edgeOptions(Resource... after) {
    return CustomResourceOptions.builder()
        .parent(this)
        .provider(context.edge())
        .dependsOn(after)
        .build();
  }

  /** Holds what people entered: where data is kept, Pulumi refuses to delete or replace it. */
  final CustomResourceOptions protectedOptions(Resource... after) {
    return CustomResourceOptions.builder()
        .parent(this)
        .provider(context.home())
        .dependsOn(after)
        .protect(context.environment().keepsData())
        .build();
  }
}
