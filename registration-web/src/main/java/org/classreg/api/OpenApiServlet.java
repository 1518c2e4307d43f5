package org.classreg.api;

import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Shows META-INF/openapi.yaml as it is, or as JSON to who asks for that by Accept or ?format=json. It stands before the server's own
 * /openapi, which leaves out every null of the examples, and adds a member that OpenAPI does not have.
 */
@WebServlet("/openapi")
public class OpenApiServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    private static final byte[] YAML = yaml();
    private static final byte[] JSON = json();

    private static byte[] yaml() {
        try (var document = OpenApiServlet.class.getResourceAsStream("/META-INF/openapi.yaml")) {
            return document.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] json() {
        Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(new String(YAML, StandardCharsets.UTF_8));
        return JsonbBuilder.create(new JsonbConfig().withNullValues(true)).toJson(document).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var accept = String.valueOf(request.getHeader("Accept"));
        var isJson = "json".equalsIgnoreCase(request.getParameter("format")) || accept.contains("application/json");
        response.setContentType(isJson ? "application/json" : "application/yaml");
        response.setHeader("Vary", "Accept");
        response.setContentLength((isJson ? JSON : YAML).length);
        response.getOutputStream().write(isJson ? JSON : YAML);
    }
}
