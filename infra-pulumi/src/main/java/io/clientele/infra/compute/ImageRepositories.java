package io.clientele.infra.compute;

import com.pulumi.aws.ecr.LifecyclePolicy;
import com.pulumi.aws.ecr.LifecyclePolicyArgs;
import com.pulumi.aws.ecr.Repository;
import com.pulumi.aws.ecr.RepositoryArgs;
import com.pulumi.aws.ecr.inputs.RepositoryEncryptionConfigurationArgs;
import com.pulumi.aws.ecr.inputs.RepositoryImageScanningConfigurationArgs;
import com.pulumi.aws.kms.Key;
import com.pulumi.core.Output;
import io.clientele.infra.component.Component;
import io.clientele.infra.component.OutputJson;
import io.clientele.infra.config.ReleaseImages;
import java.util.List;
import java.util.Map;

/** The ECR repositories, with immutable tags and a scan on push. */
public final class ImageRepositories {
  private static final int IMAGES_KEPT = 50;

  private final Component component;
  private final Repository service;
  private final Repository collector;

  ImageRepositories(Component component, Key key) {
    this.component = component;
    service = repository("service", key);
    collector = repository("collector", key);
  }

  private Repository repository(String name, Key key) {
    var repository =
        new Repository(
            component.named(name),
            RepositoryArgs.builder()
                .name(component.named(name))
                .imageTagMutability("IMMUTABLE")
                .imageScanningConfiguration(
                    RepositoryImageScanningConfigurationArgs.builder().scanOnPush(true).build())
                .encryptionConfigurations(
                    RepositoryEncryptionConfigurationArgs.builder()
                        .encryptionType("KMS")
                        .kmsKey(key.arn())
                        .build())
                .forceDelete(!component.context().environment().keepsData())
                .build(),
            component.options());
    new LifecyclePolicy(
        component.named(name),
        LifecyclePolicyArgs.builder().repository(repository.name()).policy(newest()).build(),
        component.options());
    return repository;
  }

  private static Output<String> newest() {
    var selection =
        Map.of("tagStatus", "any", "countType", "imageCountMoreThan", "countNumber", IMAGES_KEPT);
    return OutputJson.text(
        Map.of(
            "rules",
            List.of(
                Map.of(
                    "rulePriority",
                    1,
                    "selection",
                    selection,
                    "action",
                    Map.of("type", "expire")))));
  }

  private ReleaseImages release() {
    return component.context().environment().settings().release().orElseThrow();
  }

  public Output<String> service() {
    return service.repositoryUrl().applyValue(url -> url + "@" + release().service());
  }

  public Output<String> collector() {
    return collector.repositoryUrl().applyValue(url -> url + "@" + release().collector());
  }

  public List<Output<String>> arns() {
    return List.of(service.arn(), collector.arn());
  }

  public Output<String> url() {
    return service.repositoryUrl();
  }

  public Output<String> collectorUrl() {
    return collector.repositoryUrl();
  }
}
