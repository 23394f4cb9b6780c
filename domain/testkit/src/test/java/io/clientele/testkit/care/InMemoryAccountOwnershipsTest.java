package io.clientele.testkit.care;

class InMemoryAccountOwnershipsTest extends InMemoryCareUnderTest
    implements AccountOwnershipsContract {}
