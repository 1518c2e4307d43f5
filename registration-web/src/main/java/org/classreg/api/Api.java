package org.classreg.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The API for other systems and student front ends. */
@ApplicationPath("api/v1")
public class Api extends Application {
}
