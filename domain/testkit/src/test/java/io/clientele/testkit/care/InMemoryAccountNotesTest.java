package io.clientele.testkit.care;

class InMemoryAccountNotesTest extends InMemoryCareUnderTest implements AccountNotesContract {}
