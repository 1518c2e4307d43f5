package org.classreg.signin;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Web origins as browsers write them: a scheme, a host, and a port unless it is the scheme's own. */
record Origins(Set<String> all) {

    /**
     * @param variable that has them, for messages
     * @param text origins, separated by commas or spaces; may be blank
     * @throws IllegalArgumentException that names the first that no browser would ever send
     */
    static Origins parse(String variable, String text) {
        return new Origins(Stream.of(text.split("[\\s,]+")).filter(origin -> !origin.isEmpty())
                .map(origin -> requireExact(variable, origin)).collect(Collectors.toUnmodifiableSet()));
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** @param origin as a request names it; null if it names none */
    boolean has(String origin) {
        return origin != null && all.contains(origin);
    }

    private static String requireExact(String variable, String origin) {
        if (!origin.equals(exact(origin))) {
            throw new IllegalArgumentException(variable + " has \"" + origin + "\": an origin is a scheme, a host and perhaps a port, in small"
                    + " letters, such as https://front.example.org or http://localhost:5173, without a path and without the scheme's own port.");
        }
        return origin;
    }

    /** As a browser would write it; an empty text for what is no origin. */
    private static String exact(String origin) {
        try {
            var uri = new URI(origin);
            var isOwnPort = uri.getPort() == ("https".equals(uri.getScheme()) ? 443 : 80);
            var isWeb = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            return !isWeb || uri.getHost() == null ? ""
                    : uri.getScheme() + "://" + uri.getHost().toLowerCase(Locale.ROOT) + (uri.getPort() < 0 || isOwnPort ? "" : ":" + uri.getPort());
        } catch (URISyntaxException e) {
            return "";
        }
    }
}
