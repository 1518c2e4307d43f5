package org.classreg.signin;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * What the environment says of the OpenID provider.
 *
 * @param issuer        REGISTRATION_OIDC_ISSUER, an address by TLS, or of this machine
 * @param clientId      REGISTRATION_OIDC_CLIENT_ID
 * @param clientSecret  REGISTRATION_OIDC_CLIENT_SECRET
 * @param usernameClaim REGISTRATION_OIDC_USERNAME_CLAIM, which names the claim that is the username here
 * @param name          REGISTRATION_OIDC_NAME, what people know the provider as
 */
record OpenIdSettings(URI issuer, String clientId, String clientSecret, String usernameClaim, String name) {

    private static final String PREFIX = "registration.oidc.";

    /** Empty unless an issuer is named. */
    static Optional<OpenIdSettings> ofEnvironment() {
        return get("issuer").map(issuer -> new OpenIdSettings(trusted(URI.create(issuer)), require("client.id"), require("client.secret"),
                get("username.claim").orElse("preferred_username"), get("name").orElse("your organisation")));
    }

    /** Keys and names that come in clear could be anybody's. */
    static URI trusted(URI issuer) {
        if (!"https".equals(issuer.getScheme()) && !isThisMachine(issuer)) {
            throw new IllegalStateException("REGISTRATION_OIDC_ISSUER must begin with https://");
        }
        return issuer;
    }

    private static boolean isThisMachine(URI issuer) {
        try {
            return issuer.getHost() != null && InetAddress.getByName(issuer.getHost()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static String require(String name) {
        return get(name).orElseThrow(() -> new IllegalStateException(
                "With REGISTRATION_OIDC_ISSUER goes REGISTRATION_OIDC_" + name.toUpperCase().replace('.', '_')));
    }

    private static Optional<String> get(String name) {
        return ConfigProvider.getConfig().getOptionalValue(PREFIX + name, String.class).filter(value -> !value.isBlank());
    }
}
