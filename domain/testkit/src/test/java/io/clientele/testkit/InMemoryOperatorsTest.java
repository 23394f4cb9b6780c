package io.clientele.testkit;

class InMemoryOperatorsTest extends MemoryIdentity implements OperatorsContract {}
