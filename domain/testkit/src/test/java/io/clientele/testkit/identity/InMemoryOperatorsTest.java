package io.clientele.testkit.identity;

class InMemoryOperatorsTest extends InMemoryIdentityUnderTest implements OperatorsContract {}
