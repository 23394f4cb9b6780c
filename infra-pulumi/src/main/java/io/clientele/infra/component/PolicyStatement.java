package io.clientele.infra.component;

import com.pulumi.core.Output;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One statement of an IAM policy. Immutable. Its values may be Pulumi outputs. */
public record PolicyStatement(Map<String, Object> parts) {
  public static final String ANY = "*";

  /** Allows actions on resources: a string, an output, or a list of them. */
  public static PolicyStatement allow(Object resources, String... actions) {
    return of("Allow", resources, actions);
  }

  public static PolicyStatement deny(Object resources, String... actions) {
    return of("Deny", resources, actions);
  }

  /** The trust policy that lets an AWS service assume a role. */
  public static PolicyStatement assumedBy(String service) {
    return new PolicyStatement(Map.of("Effect", "Allow", "Action", List.of("sts:AssumeRole")))
        .principal("Service", service);
  }

  private static PolicyStatement of(String effect, Object resources, String... actions) {
    return new PolicyStatement(
        Map.of("Effect", effect, "Action", List.of(actions), "Resource", resources));
  }

  public PolicyStatement principal(String kind, Object who) {
    return with("Principal", Map.of(kind, who));
  }

  public PolicyStatement anyPrincipal() {
    return with("Principal", ANY);
  }

  /** Adds a condition on one condition key. */
  public PolicyStatement condition(String operator, String key, Object value) {
    return condition(operator, Map.of(key, value));
  }

  /** Adds a condition on several condition keys, all of which must match. */
  public PolicyStatement condition(String operator, Map<String, Object> tests) {
    var conditions = new LinkedHashMap<String, Object>();
    if (parts.get("Condition") instanceof Map<?, ?> before) {
      before.forEach((name, test) -> conditions.put(String.valueOf(name), test));
    }
    conditions.put(operator, tests);
    return with("Condition", conditions);
  }

  private PolicyStatement with(String part, Object value) {
    var all = new LinkedHashMap<>(parts);
    all.put(part, value);
    return new PolicyStatement(all);
  }

  /** Returns the policy document of the statements. */
  public static Output<String> document(PolicyStatement... statements) {
    var bodies = List.of(statements).stream().map(PolicyStatement::parts).toList();
    return OutputJson.text(Map.of("Version", "2012-10-17", "Statement", bodies));
  }
}
