package io.clientele.archrules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The documentation of the package shows parts of this class and of the map beside it. */
class DocumentedRulesTest {
  @Test
  void aProjectWithoutClassesIsNamedPackageByPackage() {
    assertThatThrownBy(DocumentedRulesTest::checkAcme)
        .hasMessageContainingAll("com.acme.domain", "com.acme.web", "com.acme.db");
  }

  @Test
  void theDocumentedMapIsRead() throws Exception {
    var file = Path.of(DocumentedRulesTest.class.getResource("context-map.properties").toURI());
    assertThat(ContextMap.read(file).mermaid())
        .isEqualTo("flowchart TD\n  client\n  order-->client & stock\n  stock\n");
  }

  private static void checkAcme() {
    // @start region="check" :
    var classes = new ClassFileImporter().importPackages("com.acme");

    // com.acme.domain <- com.acme.application <- com.acme.web, com.acme.db <- com.acme.bootstrap
    Hexagon.under("com.acme", "web", "db").driven("db").check(classes);

    // order may use client, in com.acme.domain.order as well as in com.acme.web.order
    var map = ContextMap.read(Path.of("context-map.properties"));
    ContextRules.of(map, "com.acme.domain", "com.acme.web").check(classes);

    CoreRules.under("com.acme").without("no-io").check(classes);
    PackageRules.under("com.acme").typesMax(30).check(classes);
    NamingRules.under("com.acme").exceptIn("com.acme.bootstrap").check(classes);
    // @end
  }
}
