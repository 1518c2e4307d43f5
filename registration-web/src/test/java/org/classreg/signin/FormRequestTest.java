package org.classreg.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.classreg.problem.BodyRefused;
import org.junit.jupiter.api.Test;

/** Forms are read as a servlet container reads them, but not from who keeps it waiting. */
class FormRequestTest {

    private final AtomicInteger slow = new AtomicInteger();

    @Test
    void theFieldsComeAfterTheParametersOfTheAddress() throws Exception {
        var form = form("view=a%20b&x", "x=1&x=2+3&name=M%C3%BCller%26S%C3%B6hne&empty=&&=odd");

        assertThat(form.getParameter("view")).isEqualTo("a b");
        assertThat(form.getParameterValues("x")).containsExactly("", "1", "2 3");
        assertThat(form.getParameter("name")).isEqualTo("Müller&Söhne");
        assertThat(form.getParameter("empty")).isEmpty();
        assertThat(form.getParameter("other")).isNull();
        assertThat(Collections.list(form.getParameterNames())).containsExactly("view", "x", "name", "empty", "");
        assertThat(form.getParameterMap()).containsOnlyKeys("view", "x", "name", "empty", "");
    }

    @Test
    void whatIsTooLargeOrNoFormIsRefused() {
        assertThatThrownBy(() -> form(null, "x=" + "a".repeat(2 << 20))).asInstanceOf(type(BodyRefused.class))
                .extracting(BodyRefused::status).isEqualTo(413);
        assertThatThrownBy(() -> form(null, "x=%zz")).asInstanceOf(type(BodyRefused.class))
                .extracting(BodyRefused::status).isEqualTo(400);
    }

    @Test
    void ofManySlowOnesTheLastIsCutOffAtOnceAndWhoIsDoneWithMakesRoom() throws Exception {
        slow.set(PacedStream.MOST_SLOW - 1);
        try (var one = paced(new Dripping()); var other = paced(new Dripping())) {
            TimeUnit.MILLISECONDS.sleep(1_050);
            assertThat(one.read()).isEqualTo('x');
            assertThatThrownBy(other::read).asInstanceOf(type(BodyRefused.class))
                    .extracting(BodyRefused::status).isEqualTo(408);
            assertThat(one.read()).isEqualTo('x');
        }
        assertThat(slow).hasValue(PacedStream.MOST_SLOW - 1);
    }

    private FormRequest form(String query, String body) throws IOException {
        var request = (HttpServletRequest) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> method.getName().equals("getQueryString") ? query : null);
        return FormRequest.read(new PacedRequest(request, paced(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)))));
    }

    private PacedStream paced(InputStream body) {
        return new PacedStream(new Body(body), slow);
    }

    /** One byte for each reading. */
    private static final class Dripping extends InputStream {

        @Override
        public int read() {
            return 'x';
        }
    }

    private static final class Body extends ServletInputStream {

        private final InputStream bytes;

        Body(InputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() throws IOException {
            return bytes.read();
        }

        @Override
        public boolean isFinished() {
            return false;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
