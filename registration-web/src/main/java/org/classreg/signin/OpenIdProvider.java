package org.classreg.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * The OpenID provider that the environment names: sends visitors there and checks what they come back with, by the authorization code flow
 * with PKCE. (The mechanism of Jakarta Security 3 knows no PKCE, and cannot stand beside another one in an application.)
 */
@ApplicationScoped
public class OpenIdProvider {

    private static final Logger LOG = Logger.getLogger(OpenIdProvider.class.getName());

    private static final int PATIENCE_MILLIS = 5_000;
    private static final int MOST_BYTES = 1 << 18;

    private final Optional<OpenIdSettings> settings;
    private volatile Known known;

    /** What the provider says of itself, and how its tokens are checked. */
    private record Known(OIDCProviderMetadata metadata, IDTokenValidator validator) {
    }

    /** Who somebody is to the provider; the username is null if the token has none. */
    record Identity(String issuer, String subject, String username) {
    }

    OpenIdProvider() {
        this(OpenIdSettings.ofEnvironment());
    }

    OpenIdProvider(Optional<OpenIdSettings> settings) {
        this.settings = settings;
    }

    /** A provider that is not named rightly is told of when the application starts, not when somebody wants to sign in. */
    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        settings.ifPresent(known -> LOG.info(() -> "People may sign in by " + known.issuer()));
    }

    /** What people know it as; empty if there is none. */
    public Optional<String> name() {
        return settings.map(OpenIdSettings::name);
    }

    /**
     * Where to send a visitor.
     *
     * @param callback where the provider sends the visitor back
     */
    URI address(PendingSignIn pending, URI callback) throws OpenIdRefused {
        return new AuthenticationRequest.Builder(ResponseType.CODE, new Scope("openid", "profile", "email"), clientId(), callback)
                .endpointURI(known().metadata().getAuthorizationEndpointURI())
                .state(new State(pending.state()))
                .nonce(new Nonce(pending.nonce()))
                .codeChallenge(new CodeVerifier(pending.verifier()), CodeChallengeMethod.S256)
                .build().toURI();
    }

    /**
     * Checks what a visitor came back with: state, issuer, and the code, for which the provider gives an ID token, of which signature,
     * issuer, audience, nonce and times are checked.
     *
     * @param answer the parameters with which the visitor came back
     * @throws OpenIdRefused if any of it is not right, or the provider has not signed the visitor in
     */
    Identity identify(Map<String, String[]> answer, PendingSignIn pending, URI callback) throws OpenIdRefused {
        try {
            var parameters = answer.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue())));
            var claims = claims(code(AuthenticationResponseParser.parse(callback, parameters), pending, callback), pending);
            return new Identity(claims.getIssuer().getValue(), claims.getSubject().getValue(), claims.getStringClaim(settings().usernameClaim()));
        } catch (ParseException | BadJOSEException | JOSEException e) {
            throw new OpenIdRefused("What came back from " + settings().name() + " is not valid. Try again.", e);
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    private AuthorizationCodeGrant code(AuthenticationResponse answer, PendingSignIn pending, URI callback) throws OpenIdRefused {
        if (!new State(pending.state()).equals(answer.getState())) {
            throw new OpenIdRefused("This is not the answer to a sign-in that was begun here. Try again.");
        }
        var names = known().metadata().supportsAuthorizationResponseIssuerParam() || answer.getIssuer() != null;
        if (names && !issuer().equals(answer.getIssuer())) {
            throw new OpenIdRefused("This is the answer of another provider. Try again.");
        }
        if (!answer.indicatesSuccess()) {
            throw new OpenIdRefused(settings().name() + " has not signed you in. Try again.",
                    new IllegalStateException(answer.toErrorResponse().getErrorObject().getCode()));
        }
        return new AuthorizationCodeGrant(answer.toSuccessResponse().getAuthorizationCode(), callback, new CodeVerifier(pending.verifier()));
    }

    private IDTokenClaimsSet claims(AuthorizationCodeGrant code, PendingSignIn pending)
            throws OpenIdRefused, IOException, ParseException, BadJOSEException, JOSEException {
        var request = new TokenRequest.Builder(known().metadata().getTokenEndpointURI(), authentication(), code).build().toHTTPRequest();
        request.setConnectTimeout(PATIENCE_MILLIS);
        request.setReadTimeout(PATIENCE_MILLIS);
        var answer = OIDCTokenResponseParser.parse(request.send());
        if (!answer.indicatesSuccess()) {
            throw new OpenIdRefused(settings().name() + " has not confirmed the sign-in. Try again.",
                    new IllegalStateException(answer.toErrorResponse().getErrorObject().getCode()));
        }
        var token = answer.toSuccessResponse().getTokens().toOIDCTokens().getIDToken();
        return known().validator().validate(token, new Nonce(pending.nonce()));
    }

    private ClientAuthentication authentication() throws OpenIdRefused {
        var secret = new Secret(settings().clientSecret());
        var methods = known().metadata().getTokenEndpointAuthMethods();
        return methods == null || methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                ? new ClientSecretBasic(clientId(), secret) : new ClientSecretPost(clientId(), secret);
    }

    /** Asked when first needed, so that the office starts without its provider. */
    private Known known() throws OpenIdRefused {
        if (known == null) {
            try {
                var metadata = OIDCProviderMetadata.resolve(issuer(), PATIENCE_MILLIS, PATIENCE_MILLIS);
                known = new Known(metadata, validator(metadata));
            } catch (GeneralException | IOException e) {
                throw unreachable(e);
            }
        }
        return known;
    }

    private IDTokenValidator validator(OIDCProviderMetadata metadata) throws MalformedURLException {
        var keys = JWKSourceBuilder.<SecurityContext>create(metadata.getJWKSetURI().toURL(),
                new DefaultResourceRetriever(PATIENCE_MILLIS, PATIENCE_MILLIS, MOST_BYTES)).retrying(true).build();
        return new IDTokenValidator(issuer(), clientId(), new JWSVerificationKeySelector<>(algorithms(metadata), keys), null);
    }

    /** Signatures by a key that the provider alone has: none, and those by the shared secret, do not count. */
    private static Set<JWSAlgorithm> algorithms(OIDCProviderMetadata metadata) {
        return metadata.getIDTokenJWSAlgs().stream()
                .filter(algorithm -> JWSAlgorithm.Family.RSA.contains(algorithm) || JWSAlgorithm.Family.EC.contains(algorithm))
                .collect(Collectors.toSet());
    }

    private OpenIdRefused unreachable(Exception cause) {
        return new OpenIdRefused(settings().name() + " does not answer. Try again later, or sign in with a password.", cause);
    }

    private Issuer issuer() {
        return new Issuer(settings().issuer());
    }

    private ClientID clientId() {
        return new ClientID(settings().clientId());
    }

    private OpenIdSettings settings() {
        return settings.orElseThrow(() -> new IllegalStateException("REGISTRATION_OIDC_ISSUER names no provider"));
    }
}
