/** Training of {@link parley.learn} models: seeded, repeatable. */
@NullMarked
package parley.teacher.learn;

import org.jspecify.annotations.NullMarked;
