package org.classreg.signin;

import java.io.Serializable;
import java.util.Set;

/** Who signed in to a session of the console. */
record SessionCaller(String username, Set<String> roles) implements Serializable {
}
