package org.classreg.api.http;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response.Status.Family;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Leaves out the body of a write that succeeded if the caller prefers that (RFC 7240): 204, with Location if there is one. */
@Provider
public class MinimalAnswers implements ContainerResponseFilter {

    private static final String RETURN = "return";
    private static final String MINIMAL = "minimal";
    private static final Set<String> WRITES = Set.of(HttpMethod.POST, HttpMethod.PUT);
    private static final Pattern PREFERENCE = Pattern.compile("\\s*([^\\s=,;]+)\\s*(?:=\\s*(\"[^\"]*\"|[^\\s,;\"]*))?[^,]*(?:,|$)");

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!WRITES.contains(request.getMethod())) {
            return;
        }
        response.getHeaders().add(HttpHeaders.VARY, "Prefer");
        if (response.getStatusInfo().getFamily() == Family.SUCCESSFUL && prefersMinimal(request.getHeaders().get("Prefer"))) {
            response.setStatusInfo(Status.NO_CONTENT);
            response.setEntity(null);
            response.getHeaders().putSingle("Preference-Applied", RETURN + "=" + MINIMAL);
        }
    }

    /** Of a preference that is there more than once the first counts (RFC 7240, 2), also of two that exclude each other. */
    static boolean prefersMinimal(List<String> preferences) {
        return preferences != null && PREFERENCE.matcher(String.join(",", preferences)).results()
                .filter(preference -> preference.group(1).equalsIgnoreCase(RETURN)).findFirst()
                .filter(preference -> preference.group(2) != null && preference.group(2).replace("\"", "").equalsIgnoreCase(MINIMAL)).isPresent();
    }
}
