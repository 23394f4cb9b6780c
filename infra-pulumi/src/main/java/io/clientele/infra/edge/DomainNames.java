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

/** The domain, the balancer's own name below it, and certificates that prove both. */
final class DomainNames {
  private static final int SECONDS = 300;

  private final Component component;
  private final Output<String> balancerCertificate;
  private final Output<String> pageCertificate;

  DomainNames(Component component) {
    this.component = component;
    balancerCertificate = proven("balancer", List.of(domain(), origin()), component.options());
    pageCertificate = proven("page", List.of(domain()), component.edgeOptions());
  }

  /** CloudFront greets the balancer by its own name, but asks for the domain: it holds both. */
  private Output<String> proven(String name, List<String> names, CustomResourceOptions options) {
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
    var proofs = names.stream().map(each -> proof(name, each, certificate).fqdn()).toList();
    return new CertificateValidation(
            component.named(name),
            CertificateValidationArgs.builder()
                .certificateArn(certificate.arn())
                .validationRecordFqdns(Output.all(proofs))
                .build(),
            options)
        .certificateArn();
  }

  private Record proof(String certificateName, String name, Certificate certificate) {
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
            .ttl(SECONDS)
            .allowOverwrite(true)
            .build(),
        component.options());
  }

  void pointAt(AliasTarget balancer, AliasTarget distribution) {
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

  Output<String> pageCertificate() {
    return pageCertificate;
  }
}
