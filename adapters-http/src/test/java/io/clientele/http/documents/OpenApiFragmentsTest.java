package io.clientele.http.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenApiFragmentsTest {
  private static final String SHARED =
      """
      # What all share.
      openapi: 3.1.1
      tags:
      paths:
      components:
        schemas:
          Id: {type: string}
          Kind:
            x-extensible-enum:
              - plain
      """;

  private static final String ACCOUNT =
      """
      tags:
        - name: Accounts
          description: |
            # Not a comment.

            name: not a key
      paths:
        /v1/accounts/{id}:
          get: {operationId: viewAccount}
      components:
        schemas:
          Account: {type: object}
          Kind:
            x-extensible-enum:
              - account
      """;

  private static final String VIEWS =
      """
      tags:
        - name: Views
      paths:
        '/v1/views':
          get: {operationId: viewViews}
        /v1/accounts/{id}:
          head: {operationId: checkAccount}
      """;

  @TempDir private Path folder;

  @Test
  void mappingsAreMergedAndSequencesAppended() {
    assertThat(OpenApiFragments.merge(List.of(SHARED, ACCOUNT, VIEWS)))
        .isEqualTo(
            """
            openapi: 3.1.1
            tags:
              - name: Accounts
                description: |
                  # Not a comment.

                  name: not a key
              - name: Views
            paths:
              /v1/accounts/{id}:
                get: {operationId: viewAccount}
                head: {operationId: checkAccount}
              '/v1/views':
                get: {operationId: viewViews}
            components:
              schemas:
                Id: {type: string}
                Kind:
                  x-extensible-enum:
                    - plain
                    - account
                Account: {type: object}
            """);
  }

  @Test
  void aValueOfTwoFragmentsIsAnError() {
    var second = "components:\n  schemas:\n    Id: {type: integer}\n";
    assertThatIllegalStateException()
        .isThrownBy(() -> OpenApiFragments.merge(List.of(SHARED, second)))
        .withMessageContaining("/components/schemas/Id");
  }

  @Test
  void aRepeatedKeyOfAFragmentIsAnError() {
    assertThatIllegalStateException()
        .isThrownBy(() -> OpenApiFragments.merge(List.of(SHARED, "tags:\npaths:\ntags:\n")))
        .withMessageContaining("twice /tags");
  }

  @Test
  void aLineWithoutAKeyIsAnError() {
    assertThatIllegalStateException()
        .isThrownBy(() -> OpenApiFragments.merge(List.of(SHARED, "paths:\n- a\n")))
        .withMessageContaining("- a");
  }

  @Test
  void fragmentsOfFoldersAndJarsBecomeOneDocument() throws IOException {
    write("front.yaml", SHARED);
    write("front/views.yaml", VIEWS);
    var jar = jar("openapi/front/account.yaml", ACCOUNT);
    assertThat(ofClassPath(jar)).isEqualTo(OpenApiFragments.merge(List.of(SHARED, ACCOUNT, VIEWS)));
  }

  @Test
  void twoFragmentsOfOneNameAreAnError() throws IOException {
    write("front.yaml", SHARED);
    write("front/views.yaml", VIEWS);
    var jar = jar("openapi/front/views.yaml", VIEWS);
    assertThatIllegalStateException()
        .isThrownBy(() -> ofClassPath(jar))
        .withMessageContaining("views.yaml");
  }

  @Test
  void aFrontWithoutFragmentsIsAnError() throws IOException {
    write("front.yaml", SHARED);
    var jar = jar("openapi/back/account.yaml", ACCOUNT);
    assertThatIllegalStateException().isThrownBy(() -> ofClassPath(jar));
  }

  @Test
  void theBuildWritesTheServedDocument() throws IOException {
    var file = folder.resolve("document.yaml");
    OpenApiFragments.main("src/main/resources", "operations", file.toString());
    var loader = OpenApiFragments.class.getClassLoader();
    assertThat(OpenApiFragments.ofClassPath(loader, "operations"))
        .isEqualTo(Files.readString(file));
  }

  private String ofClassPath(Path jar) throws IOException {
    var urls = new URL[] {folder.toUri().toURL(), jar.toUri().toURL()};
    try (var loader = new URLClassLoader(urls, null)) {
      return OpenApiFragments.ofClassPath(loader, "front");
    }
  }

  private void write(String name, String text) throws IOException {
    var file = folder.resolve("openapi").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Path jar(String name, String text) throws IOException {
    var file = folder.resolve("one.jar");
    try (var out = new JarOutputStream(Files.newOutputStream(file))) {
      out.putNextEntry(new JarEntry(name.substring(0, name.lastIndexOf('/') + 1)));
      out.putNextEntry(new JarEntry(name));
      out.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    return file;
  }
}
