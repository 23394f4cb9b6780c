package io.clientele.bootstrap.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.clientele.bootstrap.browser.BrowserSession;
import io.clientele.bootstrap.dashboard.DashboardTestbed.Part;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What people choose in the import dialog: files of other encodings, other line ends, stray quotes.
 */
@ExtendWith(DashboardExtension.class)
class DashboardImportIT {
  private final DashboardTestbed stage;

  DashboardImportIT(DashboardTestbed stage) {
    this.stage = stage;
  }

  @Test
  void aGuessedEncodingIsConfirmedBeforeTheUpload() throws Exception {
    var table = "name,email\r\nJosé Gonçalves €,jose-1252@example.com\r\n";
    try (var visitor = importing(table, Charset.forName("windows-1252"))) {
      assertThat(visitor.dialog().locator("pre")).hasText("José Gonçalves €,jose-1252@example.com");
      assertThat(visitor.button("Validate")).isDisabled();
      assertThat(visitor.dialog().locator("button", text("Import"))).isDisabled();
      visitor.dialog().getByRole(AriaRole.CHECKBOX).check();
      take(visitor);
      assertThat(visitor.dialog()).containsText("1 account imported, 0 rows need fixing.");
    }
    assertThat(name("jose-1252@example.com")).isEqualTo("José Gonçalves €");
  }

  @Test
  void theEncodingIsShownAndUtf16IsRead() throws Exception {
    var table = "\ufeffname;email\r\n\u5c71\u7530;yamada@example.com\r\n";
    try (var visitor = importing(table, StandardCharsets.UTF_16LE)) {
      assertThat(visitor.dialog()).containsText("Encoding: UTF-16");
      take(visitor);
      assertThat(visitor.dialog()).containsText("1 account imported, 0 rows need fixing.");
    }
    assertThat(name("yamada@example.com")).isEqualTo("\u5c71\u7530");
  }

  @Test
  void aStrayQuoteJoinsNoLinesAndRefusedLinesAreNumbered() throws Exception {
    var rows =
        IntStream.range(0, 2_500)
            .mapToObj("5\" Pipe %1$d,pipe%1$d@example.com\r"::formatted)
            .collect(Collectors.joining());
    var table = "name,email\r" + rows + "\"Ada\" x,a@x.org\r\"Bob,b@x.org\rEve,e@x.org\r";
    try (var visitor = importing(table, StandardCharsets.UTF_8)) {
      take(visitor);
      assertThat(visitor.dialog()).containsText("2,500 accounts imported, 3 rows need fixing.");
      assertThat(visitor.dialog().locator("tbody td.number"))
          .hasText(new String[] {"2,502", "2,503", "2,504"});
      assertThat(visitor.dialog()).containsText("The quote opened in row 2,503 is never closed.");
    }
    assertThat(name("pipe2499@example.com")).isEqualTo("5\" Pipe 2499");
  }

  @Test
  void columnsAreMappedAndARepeatedImportIsReported() throws Exception {
    var table = "Nome;Fone;E-mail\r\nJoana Prado;1;joana@example.com\r\n";
    try (var visitor = importing(table, StandardCharsets.UTF_8)) {
      assertThat(visitor.dialog().locator(".import-preview tbody")).containsText("Joana Prado");
      take(visitor);
      assertThat(visitor.dialog()).containsText("1 account imported, 0 rows need fixing.");
    }
    assertThat(name("joana@example.com")).isEqualTo("Joana Prado");
    try (var visitor = importing(table, StandardCharsets.UTF_8)) {
      take(visitor);
      assertThat(visitor.dialog()).containsText("This file was imported before.");
    }
  }

  @Test
  void refusedRowsAreDownloadedToBeMended() throws Exception {
    var table = "name,email\r\nGrete,grete@example.com\r\nNobody,no mailbox\r\n";
    try (var visitor = importing(table, StandardCharsets.UTF_8)) {
      visitor.button("Validate").click();
      assertThat(visitor.dialog()).containsText("1 row is ready, 1 row needs fixing.");
      var download = visitor.page.waitForDownload(visitor.button("Download rows to fix")::click);
      assertThat(Files.readString(download.path()))
          .isEqualTo("name,email\r\nNobody,no mailbox\r\n");
    }
  }

  private BrowserSession importing(String table, Charset charset) {
    var visitor = stage.visitor(Part.ADMIN, "/accounts");
    visitor.button("Import").click();
    visitor
        .page
        .locator("input[type=file]")
        .setInputFiles(new FilePayload("clients.csv", "text/csv", table.getBytes(charset)));
    return visitor;
  }

  private static void take(BrowserSession visitor) {
    visitor.dialog().locator("button", text("Import")).click();
  }

  private static Locator.LocatorOptions text(String exact) {
    return new Locator.LocatorOptions().setHasText(Pattern.compile("^" + exact + "$"));
  }

  private String name(String email) throws Exception {
    var found = stage.service().json("/v1/accounts?email=" + email);
    return found.at("/data/0/name").asString();
  }
}
