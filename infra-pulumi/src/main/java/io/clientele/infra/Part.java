package io.clientele.infra;

import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.List;
import java.util.Locale;

/** A component: what it makes are its children, and go where its ground says. */
abstract class Part extends ComponentResource {
  private final Ground ground;

  Part(String name, Ground ground) {
    super(
        "clientele:infra:" + name,
        ground.environment().named(name.toLowerCase(Locale.ROOT)),
        ComponentResourceOptions.Empty);
    this.ground = ground;
  }

  final String named(String thing) {
    return ground.environment().named(thing);
  }

  final Ground ground() {
    return ground;
  }

  /** In the region of the environment. */
  final CustomResourceOptions here(Resource... after) {
    return CustomResourceOptions.builder()
        .parent(this)
        .provider(ground.home())
        .dependsOn(after)
        .build();
  }

  /** Here, but what else changes these properties is left alone. */
  final CustomResourceOptions hereBut(List<String> othersChange, Resource... after) {
    return CustomResourceOptions.builder()
        .parent(this)
        .provider(ground.home())
        .dependsOn(after)
        .ignoreChanges(othersChange)
        .build();
  }

  /** Where CloudFront takes its certificate, firewall and logs from. */
  final CustomResourceOptions atTheEdge(Resource... after) {
    return CustomResourceOptions.builder()
        .parent(this)
        .provider(ground.edge())
        .dependsOn(after)
        .build();
  }

  /** Holds what people entered: where data is kept, Pulumi refuses to delete or replace it. */
  final CustomResourceOptions kept(Resource... after) {
    return CustomResourceOptions.builder()
        .parent(this)
        .provider(ground.home())
        .dependsOn(after)
        .protect(ground.environment().keepsData())
        .build();
  }
}
