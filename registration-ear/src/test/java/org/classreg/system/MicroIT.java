package org.classreg.system;

import org.junit.jupiter.api.extension.ExtendWith;

/** The runnable jar on its embedded database. */
@ExtendWith(Running.class)
class MicroIT extends RegistrationOffice {

    MicroIT(Http anonymous) {
        super(anonymous);
    }
}
