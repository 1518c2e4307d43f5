package org.classreg.testing;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** On what the server would let those in alone who have a role that the method or the class names. */
@InterceptorBinding
@Target(TYPE)
@Retention(RUNTIME)
@interface Guarded {

    /** To be put on a boundary. */
    final class Literal extends AnnotationLiteral<Guarded> implements Guarded {
    }
}
