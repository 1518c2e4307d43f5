package org.classreg.transactions;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a boundary whose methods are one transaction each: when the database gives one up in favour of another (a deadlock, say), it is
 * tried again from the start, and the caller does not notice. Inside of a transaction that runs already the method joins in.
 * The boundary itself is to be {@code @TransactionAttribute(SUPPORTS)}, so that the container begins none.
 */
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Retried {
}
