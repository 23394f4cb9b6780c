package io.clientele.bootstrap.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import io.clientele.testbed.InstalledPrograms;
import java.util.List;
import java.util.Map;

/** The machine's own browser. */
public final class Chromium implements AutoCloseable {
  private static final List<String> PACKAGES =
      List.of("chromium", "chromium-sandbox", "fonts-liberation");

  private static final List<String> QUIET =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  public final Browser browser;

  public Chromium() {
    var node = InstalledPrograms.onPath(List.of("nodejs"), "node");
    var chromium =
        InstalledPrograms.onPath(PACKAGES, "chromium", "chromium-browser", "google-chrome");
    playwright =
        Playwright.create(
            new Playwright.CreateOptions()
                .setEnv(
                    Map.of(
                        "PLAYWRIGHT_NODEJS_PATH",
                        node.toString(),
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium)
                    .setChromiumSandbox(false)
                    .setArgs(QUIET));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
