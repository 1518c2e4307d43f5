package org.classreg.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.bind.Jsonb;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Providers;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JsonFoundOnceTest {

    private static final int THREADS = 16;

    private final AtomicInteger looked = new AtomicInteger();
    private final AtomicInteger found = new AtomicInteger();

    @Test
    void ofManyRequestsThatComeFirstOneAloneLooksAndNoneGoesOnBeforeItHasFound() throws Exception {
        var filter = new JsonFoundOnce(new SlowProviders());
        var threads = Executors.newFixedThreadPool(THREADS);
        try {
            var passed = threads.invokeAll(IntStream.range(0, THREADS).mapToObj(i -> (Callable<Integer>) () -> {
                filter.filter(null);
                return found.get();
            }).toList());
            for (var each : passed) {
                assertThat(each.get()).isEqualTo(1);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(looked).hasValue(1);
    }

    /** Takes its time to find one. */
    private final class SlowProviders implements Providers {

        @Override
        public <T> ContextResolver<T> getContextResolver(Class<T> contextType, MediaType mediaType) {
            assertThat(contextType).isEqualTo(Jsonb.class);
            return type -> {
                looked.incrementAndGet();
                pause();
                found.incrementAndGet();
                return null;
            };
        }

        private static void pause() {
            try {
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public <T> MessageBodyReader<T> getMessageBodyReader(Class<T> type, Type generic, Annotation[] annotations, MediaType mediaType) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> MessageBodyWriter<T> getMessageBodyWriter(Class<T> type, Type generic, Annotation[] annotations, MediaType mediaType) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T extends Throwable> ExceptionMapper<T> getExceptionMapper(Class<T> type) {
            throw new UnsupportedOperationException();
        }
    }
}
