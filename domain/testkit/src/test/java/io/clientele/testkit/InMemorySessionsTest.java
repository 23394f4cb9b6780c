package io.clientele.testkit;

class InMemorySessionsTest extends MemoryIdentity implements SessionsContract {}
