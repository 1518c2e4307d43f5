package org.classreg.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** The API for other systems and student front ends. */
@ApplicationPath("api/v1")
public class Api extends Application {

    /** Without Jersey's own description of the resources, which is not the contract, and tells the version of the server. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
