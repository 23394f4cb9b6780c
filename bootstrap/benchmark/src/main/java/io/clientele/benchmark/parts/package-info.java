/** What a read and a flush consist of, by JMH. Each class here measures one thing. */
@NullMarked
package io.clientele.benchmark.parts;

import org.jspecify.annotations.NullMarked;
