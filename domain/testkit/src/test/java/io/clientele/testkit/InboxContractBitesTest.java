package io.clientele.testkit;

import io.clientele.domain.hook.Inbox;
import io.clientele.inmemory.hook.InMemoryInbox;
import io.clientele.testkit.kernel.PortFault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fault of an inbox is found by the test that is meant to find it. */
class InboxContractBitesTest {
  @ParameterizedTest
  @MethodSource("io.clientele.testkit.hook.BrokenInboxes#all")
  void brokenInboxesAreFound(PortFault<InMemoryInbox, Inbox> breakage) {
    HookContractFixtures.OfInbox.breaking = right -> right;
    ContractsBiteTest.assertGreen(HookContractFixtures.OfInbox.class, breakage);
    HookContractFixtures.OfInbox.breaking = breakage.breaking();
    ContractsBiteTest.assertRed(HookContractFixtures.OfInbox.class, breakage);
  }
}
