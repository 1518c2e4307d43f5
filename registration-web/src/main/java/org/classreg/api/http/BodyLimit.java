package org.classreg.api.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/** Refuses a body of more than 64 MiB of whatever type, by what its Content-Length says or else when so much has come. */
@Provider
@Priority(Priorities.HEADER_DECORATOR)
public class BodyLimit implements ContainerRequestFilter {

    static final long MOST_BYTES = 64 << 20;

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getLength() > MOST_BYTES) {
            throw tooLarge();
        }
        if (request.hasEntity()) {
            request.setEntityStream(new Limited(request.getEntityStream(), MOST_BYTES, BodyLimit::tooLarge));
        }
    }

    private static ClientErrorException tooLarge() {
        return new ClientErrorException("A body has at most " + (MOST_BYTES >> 20) + " MiB.", Status.REQUEST_ENTITY_TOO_LARGE);
    }

    /** A stream that fails when more is read of it than is allowed. */
    static final class Limited extends FilterInputStream {

        private final Supplier<RuntimeException> failure;
        private long left;

        Limited(InputStream body, long most, Supplier<RuntimeException> failure) {
            super(body);
            left = most;
            this.failure = failure;
        }

        @Override
        public int read() throws IOException {
            var read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var read = super.read(buffer, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int bytes) {
            left -= bytes;
            if (left < 0) {
                throw failure.get();
            }
        }
    }
}
