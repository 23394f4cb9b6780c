package io.clientele.testkit.identity;

class InMemorySessionsTest extends InMemoryIdentityUnderTest implements SessionsContract {}
