package org.broadleafreturns.demo;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * Tests that start shops or databases of their own and ask nothing of the shop that all others share. They run last, in virtual machines
 * without that shop, and are the first to be left out where the run takes too long ({@link InTime}).
 *
 * <p>jqwik knows no tags of other annotations, nor JUnit's conditions: its classes have {@link #TAG} and {@link InTime} themselves.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Tag(OwnShops.TAG)
public @interface OwnShops {

    /** As the build's {@code own-shops} run asks for them. */
    String TAG = "own-shops";
}
