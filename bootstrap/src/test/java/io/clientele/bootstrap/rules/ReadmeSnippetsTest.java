package io.clientele.bootstrap.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles the Java snippets of the README against the real classes. */
class ReadmeSnippetsTest {
  private static final Pattern SNIPPET = Pattern.compile("(?s)```java\n(.*?)```");

  private static final String IMPORTS =
      """
      import com.tngtech.archunit.core.importer.ClassFileImporter;
      import io.clientele.application.account.*;
      import io.clientele.application.kernel.*;
      import io.clientele.application.views.*;
      import io.clientele.application.views.counter.*;
      import io.clientele.archrules.Hexagon;
      import io.clientele.domain.account.*;
      import io.clientele.domain.identity.Actor;
      import io.clientele.domain.kernel.*;
      import io.clientele.domain.kernel.event.*;
      import io.clientele.domain.views.*;
      import io.clientele.domain.views.history.*;
      import io.clientele.persistence.account.*;
      import io.clientele.persistence.change.*;
      import io.clientele.persistence.jdbc.*;
      import io.clientele.persistence.views.*;
      import io.clientele.testkit.account.*;
      import java.time.Duration;
      import java.util.HashMap;
      import java.util.List;
      import java.util.Map;
      import java.util.Random;
      import java.util.Set;
      import java.util.concurrent.ScheduledExecutorService;
      import org.junit.jupiter.api.Test;
      """;

  /** The surroundings of the snippet: the reader's own parts, by the names in the snippet. */
  private static final String EMBEDDING =
      """
      abstract class Embedding {
        void run(Database database, FlushLog flushes, ScheduledExecutorService scheduler,
            Accounts accounts, Actor actor, AccountId id) {
          %s
        }
      }
      """;

  private static final String ENFORCING =
      """
      abstract class Enforcing {
        ChangeStore changes;
        List<AuditEntry> audited;
        List<PublishedEvent> events;
        abstract Database emptyDatabase();
        abstract Database nowhere();
        %s
      }
      """;

  @TempDir private Path folder;

  @Test
  void theReadmeSnippetsCompile() throws IOException {
    var readme = Files.readString(Path.of("..", "README.md"));
    var snippets = SNIPPET.matcher(readme).results().map(found -> found.group(1)).toList();

    assertThat(snippets).hasSize(2);
    assertThat(compiled("Embedding", EMBEDDING.formatted(snippets.get(0)))).isEmpty();
    assertThat(compiled("Enforcing", ENFORCING.formatted(snippets.get(1)))).isEmpty();
    assertThat(compiled("Broken", "class Broken { int number = \"none\"; }")).contains("error");
  }

  /** Returns the messages of the compiler. */
  private String compiled(String name, String body) {
    var messages = new StringWriter();
    var source =
        new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return IMPORTS + body;
          }
        };
    var options =
        List.of(
            "-proc:none",
            "-d",
            folder.toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "-nowarn");
    ToolProvider.getSystemJavaCompiler()
        .getTask(messages, null, null, options, null, List.of(source))
        .call();
    return messages.toString();
  }
}
