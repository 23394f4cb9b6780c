package io.clientele.testkit;

import io.clientele.domain.notice.Notices;
import io.clientele.inmemory.notice.InMemoryNotices;
import io.clientele.testkit.kernel.PortFault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fault of notices is found by the test that is meant to find it. */
class NoticeContractBitesTest {
  @ParameterizedTest
  @MethodSource("io.clientele.testkit.notice.BrokenNotices#all")
  void brokenNoticesAreFound(PortFault<InMemoryNotices, Notices> breakage) {
    NoticeContractFixtures.OfNotices.breaking = right -> right;
    ContractsBiteTest.assertGreen(NoticeContractFixtures.OfNotices.class, breakage);
    NoticeContractFixtures.OfNotices.breaking = breakage.breaking();
    ContractsBiteTest.assertRed(NoticeContractFixtures.OfNotices.class, breakage);
  }
}
