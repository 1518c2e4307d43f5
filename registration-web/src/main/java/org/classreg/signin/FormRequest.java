package org.classreg.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.classreg.problem.BodyRefused;

/** A request with a form that has been read: its fields come after the parameters of the address, as the servlet specification has it. */
final class FormRequest extends HttpServletRequestWrapper {

    private static final int MOST_BYTES = 2 << 20;

    private final Map<String, String[]> parameters;

    private FormRequest(HttpServletRequest request, Map<String, String[]> parameters) {
        super(request);
        this.parameters = Collections.unmodifiableMap(parameters);
    }

    /** @throws BodyRefused if it comes too slowly, has more than 2 MiB, or is no form */
    static FormRequest read(PacedRequest request) throws IOException {
        var body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw new BodyRefused(413, "A form has at most 2 MiB.");
        }
        var parameters = new LinkedHashMap<String, String[]>();
        Stream.of(request.getQueryString(), new String(body, StandardCharsets.US_ASCII)).filter(text -> text != null && !text.isEmpty())
                .flatMap(text -> Stream.of(text.split("&"))).filter(pair -> !pair.isEmpty()).forEach(pair -> add(pair, parameters));
        return new FormRequest(request, parameters);
    }

    private static void add(String pair, Map<String, String[]> parameters) {
        var name = decode(pair.replaceFirst("=.*", ""));
        var value = new String[] {pair.contains("=") ? decode(pair.substring(pair.indexOf('=') + 1)) : ""};
        parameters.merge(name, value, (some, more) -> Stream.of(some, more).flatMap(Stream::of).toArray(String[]::new));
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new BodyRefused(400, "This is no form.");
        }
    }

    @Override
    public String getParameter(String name) {
        var values = parameters.get(name);
        return values == null ? null : values[0];
    }

    @Override
    public String[] getParameterValues(String name) {
        return parameters.get(name);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return parameters;
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(parameters.keySet());
    }
}
