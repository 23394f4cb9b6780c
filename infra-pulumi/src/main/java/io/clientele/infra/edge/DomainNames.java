package io.clientele.infra.edge;

import com.pulumi.aws.acm.Certificate;
import com.pulumi.aws.acm.CertificateArgs;
import com.pulumi.aws.acm.CertificateValidation;
import com.pulumi.aws.acm.CertificateValidationArgs;
import com.pulumi.aws.route53.Record;
import com.pulumi.aws.route53.RecordArgs;
import com.pulumi.aws.route53.enums.RecordType;
import com.pulumi.aws.route53.inputs.RecordAliasArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import io.clientele.infra.component.Component;
import java.util.List;

/** The DNS records and certificates of the domain and of the load balancer's own name. */
final class DomainNames {
  private static final int TTL_SECONDS = 300;

  private final Component component;
  private final Output<String> balancerCertificate;
  private final Output<String> cdnCertificate;

  DomainNames(Component component) {
    this.component = component;
    balancerCertificate = certificate("balancer", List.of(domain(), origin()), component.options());
    cdnCertificate = certificate("page", List.of(domain()), component.edgeOptions());
  }

  /**
   * The load balancer's certificate has two names: CloudFront connects to one and sends the other
   * as the host.
   */
  private Output<String> certificate(
      String name, List<String> names, CustomResourceOptions options) {
    var certificate =
        new Certificate(
            component.named(name),
            CertificateArgs.builder()
                .domainName(names.get(0))
                .subjectAlternativeNames(names.subList(1, names.size()))
                .validationMethod("DNS")
                .keyAlgorithm("EC_prime256v1")
                .build(),
            options);
    var records =
        names.stream().map(each -> validationRecord(name, each, certificate).fqdn()).toList();
    return new CertificateValidation(
            component.named(name),
            CertificateValidationArgs.builder()
                .certificateArn(certificate.arn())
                .validationRecordFqdns(Output.all(records))
                .build(),
            options)
        .certificateArn();
  }

  private Record validationRecord(String certificateName, String name, Certificate certificate) {
    var option =
        certificate
            .domainValidationOptions()
            .applyValue(
                all ->
                    all.stream()
                        .filter(each -> each.domainName().orElse("").equals(name))
                        .findFirst()
                        .orElseThrow());
    return new Record(
        component.named("proof-" + certificateName + "-" + name),
        RecordArgs.builder()
            .zoneId(zone())
            .name(option.applyValue(each -> each.resourceRecordName().orElse("")))
            .type(RecordType.CNAME)
            .records(
                option.applyValue(each -> List.<String>of(each.resourceRecordValue().orElse(""))))
            .ttl(TTL_SECONDS)
            .allowOverwrite(true)
            .build(),
        component.options());
  }

  void createAliases(AliasTarget balancer, AliasTarget distribution) {
    alias("origin", origin(), "A", balancer);
    alias("page-4", domain(), "A", distribution);
    alias("page-6", domain(), "AAAA", distribution);
  }

  private void alias(String name, String from, String type, AliasTarget target) {
    new Record(
        component.named(name),
        RecordArgs.builder()
            .zoneId(zone())
            .name(from)
            .type(type)
            .aliases(
                RecordAliasArgs.builder()
                    .name(target.name())
                    .zoneId(target.zoneId())
                    .evaluateTargetHealth(false)
                    .build())
            .build(),
        component.options());
  }

  private String zone() {
    return component.context().environment().settings().hostedZone();
  }

  String domain() {
    return component.context().environment().settings().domain();
  }

  String origin() {
    return "origin." + domain();
  }

  Output<String> balancerCertificate() {
    return balancerCertificate;
  }

  Output<String> cdnCertificate() {
    return cdnCertificate;
  }
}
