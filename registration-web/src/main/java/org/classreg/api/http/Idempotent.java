package org.classreg.api.http;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a method that a repeated request with the same Idempotency-Key does not call twice. {@link EveryPost} puts it where it belongs. */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@interface Idempotent {

    /** The annotation itself. */
    final class Literal extends AnnotationLiteral<Idempotent> implements Idempotent {

        static final Literal INSTANCE = new Literal();

        private static final long serialVersionUID = 1;
    }
}
