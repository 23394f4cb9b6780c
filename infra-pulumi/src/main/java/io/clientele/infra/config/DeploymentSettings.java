package io.clientele.infra.config;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The settings that differ from account to account. None of them is secret.
 *
 * @param account the only AWS account that the stack may be deployed to
 * @param zones three availability zones of the region
 * @param domain the domain name of the dashboard and the API
 * @param hostedZone the id of the Route 53 zone that contains the domain
 * @param edgePrefixList the id of the prefix list {@code
 *     com.amazonaws.global.cloudfront.origin-facing} in the region
 * @param alarmEmail the e-mail address that receives alarms
 * @param adminEmail the e-mail address of the first administrator
 * @param repository {@code owner/name} of the GitHub repository whose pipeline releases
 * @param stateBucket the S3 bucket that holds the Pulumi state
 * @param stateKey the ARN of the KMS key that encrypts the secrets of the state
 * @param release the images to run; empty until both have been pushed for the first time
 * @param mailFrom the address that notices are sent from; empty for a service that sends no mails
 * @param backups the second region and the backup to restore
 */
public record DeploymentSettings(
    String account,
    String region,
    List<String> zones,
    String domain,
    String hostedZone,
    String edgePrefixList,
    String alarmEmail,
    String adminEmail,
    String repository,
    String stateBucket,
    String stateKey,
    Optional<ReleaseImages> release,
    Optional<String> mailFrom,
    BackupSettings backups) {
  private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
  private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]+)+-[0-9]");
  private static final Pattern DOMAIN =
      Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}");
  private static final Pattern HOSTED_ZONE = Pattern.compile("Z[A-Z0-9]{8,31}");
  private static final Pattern PREFIX_LIST = Pattern.compile("pl-[0-9a-f]{8,17}");
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
  private static final Pattern REPOSITORY = Pattern.compile("[A-Za-z0-9-]+/[A-Za-z0-9._-]+");
  private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
  private static final Pattern KEY =
      Pattern.compile("arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[0-9a-f-]{36}");

  public DeploymentSettings {
    zones = List.copyOf(zones);
    var errors = new ConfigErrors();
    errors.requireMatch(ACCOUNT, account, "account", "must be the 12 digits of an AWS account");
    errors.requireMatch(REGION, region, "region", "must look like eu-central-1");
    checkZones(errors, region, zones);
    errors.requireMatch(DOMAIN, domain, "domain", "must be a domain name in lower case");
    errors.requireMatch(HOSTED_ZONE, hostedZone, "hostedZone", "must be the id of a Route 53 zone");
    errors.requireMatch(
        PREFIX_LIST, edgePrefixList, "edgePrefixList", "must look like pl-a3a144ca");
    errors.requireMatch(EMAIL, alarmEmail, "alarmEmail", "must be an e-mail address");
    errors.requireMatch(EMAIL, adminEmail, "adminEmail", "must be an e-mail address");
    errors.requireMatch(REPOSITORY, repository, "repository", "must be owner/name");
    errors.requireMatch(BUCKET, stateBucket, "stateBucket", "must be the name of a bucket");
    errors.requireMatch(KEY, stateKey, "stateKey", "must be the ARN of a KMS key");
    mailFrom.ifPresent(
        from -> errors.requireMatch(EMAIL, from, "mailFrom", "must be an e-mail address"));
    backups
        .region()
        .ifPresent(
            second -> {
              errors.requireMatch(REGION, second, "backupRegion", "must look like eu-west-1");
              errors.require(!second.equals(region), "backupRegion", "must be another region");
            });
    errors.throwIfAny();
  }

  private static void checkZones(ConfigErrors errors, String region, List<String> zones) {
    errors.require(
        zones.size() == 3 && new HashSet<>(zones).size() == 3, "zones", "must be three of them");
    errors.require(
        zones.stream().allMatch(zone -> zone.matches(Pattern.quote(region) + "[a-z]")),
        "zones",
        "must be zones of the region");
  }
}
