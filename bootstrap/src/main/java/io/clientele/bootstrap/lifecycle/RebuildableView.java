package io.clientele.bootstrap.lifecycle;

/**
 * A stored view that the command {@code --rebuild} writes anew from its source, beside the service.
 *
 * @param name as the command has it
 * @param rebuild writes the view; a second run changes nothing
 */
public record RebuildableView(String name, Runnable rebuild) {}
