package org.classreg.api.exchange;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

/** Answers with a file, written as it goes. It has people's names in it, so that nobody on the way keeps it. */
final class Download {

    static final String CSV = "text/csv;charset=UTF-8;header=present";
    static final String PDF = "application/pdf";
    static final String ZIP = "application/zip";

    private Download() {
    }

    /** @param parts of the file's name, the last with a dot before it */
    static Response of(StreamingOutput content, String type, String... parts) {
        return Response.ok(content, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name(parts) + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    private static String name(String... parts) {
        return String.join("-", parts).replaceAll("[^A-Za-z0-9._-]", "_").replace("-.", ".");
    }
}
