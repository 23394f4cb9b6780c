package io.clientele.bootstrap.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Page;
import io.clientele.bootstrap.dashboard.DashboardTestbed.Part;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Messages of other systems. */
@ExtendWith(DashboardExtension.class)
class DashboardInboundIT {
  private final DashboardTestbed stage;

  DashboardInboundIT(DashboardTestbed stage) {
    this.stage = stage;
  }

  @Test
  void messagesAreSelectedBySourceAndStateReadAndHandledAgain() throws Exception {
    receive("evt-dashboard-1", "{\"settled\":true}");
    try (var visitor = stage.visitor(Part.ADMIN, "/inbound?source=payments")) {
      assertThat(visitor.row("evt-dashboard-1")).containsText("hmac-sha256/1");
      visitor.button("evt-dashboard-1").click();
      var panel = visitor.page.locator(".side-panel");
      assertThat(panel.locator(".raw").last()).hasText("{\n  \"settled\": true\n}");
      assertThat(panel.locator(".raw").first()).containsText("sha256=");
      visitor.button("Close panel").click();
      visitor.page.getByLabel("Status").selectOption("handled");
      assertThat(visitor.page.getByText("No messages match these filters.")).isVisible();
      visitor.button("Clear filters").click();
      visitor.page.getByLabel("Replay evt-dashboard-1").click();
      visitor.isTold("The message will be handled again.");
      visitor.page.getByLabel("Source", exact()).fill("billing");
      visitor.page.keyboard().press("Enter");
      assertThat(visitor.row("evt-dashboard-1")).hasCount(0);
    }
  }

  private void receive(String id, String body) throws Exception {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(DashboardTestbed.HOOK_SECRET.getBytes(UTF_8), "HmacSHA256"));
    var signature = HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
    stage.send(
        "POST", "/v1/hooks/payments", body, "Hook-Id", id, "Hook-Signature", "sha256=" + signature);
  }

  private static Page.GetByLabelOptions exact() {
    return new Page.GetByLabelOptions().setExact(true);
  }
}
