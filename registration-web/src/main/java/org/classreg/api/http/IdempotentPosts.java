package org.classreg.api.http;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.json.bind.Jsonb;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.Arrays;
import org.classreg.api.StrictJson;
import org.classreg.idempotency.Answer;
import org.classreg.idempotency.KeyedRequest;
import org.classreg.idempotency.Once;

/** Makes {@link Idempotent} true for a request with a key: all that the method does is one transaction, which keeps the answer too. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class IdempotentPosts {

    private static final Jsonb JSON = new StrictJson().getContext(Object.class);

    @Inject
    KeyedPost present;

    @Inject
    Once once;

    @AroundInvoke
    Object once(InvocationContext invocation) throws Exception {
        var post = present.content();
        if (post.isEmpty()) {
            return invocation.proceed();
        }
        var method = invocation.getMethod();
        var content = post.get();
        return once.call(new KeyedRequest(content.key(), content.fingerprint(), isRepeatable(method)), invocation::proceed,
                result -> answer(method, result, content.base()));
    }

    /** A stream is read once. */
    private static boolean isRepeatable(Method method) {
        return Arrays.stream(method.getParameterTypes()).noneMatch(InputStream.class::isAssignableFrom);
    }

    private static Answer answer(Method method, Object result, URI base) {
        var shownOnce = method.isAnnotationPresent(ShownOnce.class);
        if (result instanceof Response response) {
            var location = response.getLocation() == null ? null : base.relativize(response.getLocation()).toString();
            return new Answer(response.getStatus(), location, json(response.getEntity()), shownOnce);
        }
        return new Answer(result == null ? 204 : 200, null, json(result), shownOnce);
    }

    private static String json(Object entity) {
        return entity == null ? null : JSON.toJson(entity);
    }
}
