package io.clientele.infra.data;

import com.pulumi.aws.kms.Key;
import com.pulumi.aws.rds.Instance;
import com.pulumi.aws.rds.InstanceAutomatedBackupsReplication;
import com.pulumi.aws.rds.InstanceAutomatedBackupsReplicationArgs;
import com.pulumi.aws.secretsmanager.inputs.SecretReplicaArgs;
import com.pulumi.resources.CustomResourceOptions;
import io.clientele.infra.component.Component;
import io.clientele.infra.component.KmsKeys;
import java.util.Optional;

/** The second region, which has the backups and the secrets if the first one is lost. */
final class BackupRegion {
  private final Component component;
  private final String region;
  private final CustomResourceOptions options;
  private final Key key;

  private BackupRegion(Component component, String region) {
    this.component = component;
    this.region = region;
    options =
        CustomResourceOptions.builder()
            .parent(component)
            .provider(component.context().provider("backup", region))
            .protect(component.context().environment().keepsData())
            .build();
    key = KmsKeys.of(component, "backup", options);
  }

  /** Returns the region that is configured, if there is one. */
  static Optional<BackupRegion> of(Component component) {
    return component
        .context()
        .environment()
        .settings()
        .backups()
        .region()
        .map(region -> new BackupRegion(component, region));
  }

  /** Copies the automated backups of a server. AWS keeps the copy some minutes behind. */
  void replicate(Instance server) {
    new InstanceAutomatedBackupsReplication(
        component.named("backup"),
        InstanceAutomatedBackupsReplicationArgs.builder()
            .sourceDbInstanceArn(server.arn())
            .kmsKeyId(key.arn())
            .retentionPeriod(component.context().environment().database().backupDays())
            .build(),
        options);
  }

  /** The copy of a secret in this region. */
  SecretReplicaArgs secretReplica() {
    return SecretReplicaArgs.builder().region(region).kmsKeyId(key.arn()).build();
  }
}
