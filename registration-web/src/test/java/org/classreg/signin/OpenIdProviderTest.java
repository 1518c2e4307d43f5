package org.classreg.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a provider, or somebody in its place, may answer: only what is right in everything signs in. */
class OpenIdProviderTest {

    private static final URI CALLBACK = URI.create("http://127.0.0.1:8080/login/oidc/callback");
    private static final String SECRET = "a secret that is as long as a key of a signature must be";

    private final PendingSignIn pending = PendingSignIn.draw("/", Instant.now());
    private final Map<String, List<String>> tokenRequest = new HashMap<>();
    private HttpServer server;
    private String issuer;
    private OpenIdProvider provider;
    private RSAKey key;
    private String token;

    @BeforeEach
    void start() throws Exception {
        key = new RSAKeyGenerator(2048).keyID("one").generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer = "http://127.0.0.1:" + server.getAddress().getPort();
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token","jwks_uri":"%1$s/keys",
                 "response_types_supported":["code"],"subject_types_supported":["public"],
                 "id_token_signing_alg_values_supported":["RS256","HS256","none"]}""".formatted(issuer)));
        server.createContext("/keys", exchange -> answer(exchange, new JWKSet(key).toPublicJWKSet().toString()));
        server.createContext("/token", exchange -> {
            tokenRequest.putAll(URLUtils.parseParameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            answer(exchange, "{\"access_token\":\"x\",\"token_type\":\"Bearer\",\"id_token\":\"" + token + "\"}");
        });
        server.start();
        provider = new OpenIdProvider(Optional.of(new OpenIdSettings(URI.create(issuer), "registration", SECRET, "preferred_username", "School")));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Test
    void aTokenThatIsRightSignsInAndTheCodeIsAskedForWithTheVerifierOfItsChallenge() throws Exception {
        var asked = URLUtils.parseParameters(provider.address(pending, CALLBACK).getRawQuery());
        token = signed(claims -> claims);

        var identity = identify();

        assertThat(identity).isEqualTo(new OpenIdProvider.Identity(issuer, "subject-1", "ada"));
        assertThat(asked).containsEntry("code_challenge_method", List.of("S256")).containsEntry("state", List.of(pending.state()))
                .containsEntry("nonce", List.of(pending.nonce())).containsEntry("response_type", List.of("code"));
        var verifier = new CodeVerifier(tokenRequest.get("code_verifier").get(0));
        assertThat(asked.get("code_challenge")).containsExactly(CodeChallenge.compute(CodeChallengeMethod.S256, verifier).getValue());
        assertThat(tokenRequest).containsEntry("redirect_uri", List.of(CALLBACK.toString()));
    }

    @Test
    void aTokenForAnotherClientIsRefused() throws Exception {
        assertInvalid(claims -> claims.audience("somebody-else"));
    }

    @Test
    void aTokenOfAnotherIssuerIsRefused() throws Exception {
        assertInvalid(claims -> claims.issuer("https://elsewhere.example"));
    }

    @Test
    void aTokenThatHasExpiredIsRefused() throws Exception {
        assertInvalid(claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(300))));
    }

    @Test
    void aTokenOfAnotherSignInIsRefused() throws Exception {
        assertInvalid(claims -> claims.claim("nonce", "of-another"));
        assertInvalid(claims -> claims.claim("nonce", null));
    }

    @Test
    void aTokenSignedByAnotherKeyIsRefused() throws Exception {
        var foreign = new RSAKeyGenerator(2048).keyID("one").generate();
        token = signed(new RSASSASigner(foreign), JWSAlgorithm.RS256, claims -> claims);
        assertThatThrownBy(this::identify).isInstanceOf(OpenIdRefused.class).hasMessageContaining("not valid");
    }

    @Test
    void aTokenSignedByTheSharedSecretOrNotAtAllIsRefused() throws Exception {
        token = signed(new MACSigner(SECRET), JWSAlgorithm.HS256, claims -> claims);
        assertThatThrownBy(this::identify).isInstanceOf(OpenIdRefused.class).hasMessageContaining("not valid");
        token = new PlainJWT(claims(claims -> claims)).serialize();
        assertThatThrownBy(this::identify).isInstanceOf(OpenIdRefused.class).hasMessageContaining("not valid");
    }

    @Test
    void anAnswerToAnotherSessionIsRefusedBeforeItsCodeIsUsed() throws Exception {
        token = signed(claims -> claims);
        assertThatThrownBy(() -> provider.identify(parameters("state-of-another"), pending, CALLBACK)).isInstanceOf(OpenIdRefused.class);
        assertThatThrownBy(() -> provider.identify(Map.of("code", new String[] {"c"}), pending, CALLBACK)).isInstanceOf(OpenIdRefused.class);
        assertThatThrownBy(() -> provider.identify(Map.of(), pending, CALLBACK)).isInstanceOf(OpenIdRefused.class);
        assertThat(tokenRequest).isEmpty();
    }

    @Test
    void aProviderThatIsNotThereIsSaidToBeSo() {
        server.stop(0);
        assertThatThrownBy(() -> provider.address(pending, CALLBACK)).isInstanceOf(OpenIdRefused.class).hasMessageContaining("does not answer");
    }

    @Test
    void anIssuerInClearIsTrustedOnThisMachineAlone() {
        assertThat(OpenIdSettings.trusted(URI.create("https://id.example.org/realm"))).isNotNull();
        assertThat(OpenIdSettings.trusted(URI.create("http://127.0.0.1:9000"))).isNotNull();
        assertThatThrownBy(() -> OpenIdSettings.trusted(URI.create("http://192.0.2.1/realm"))).isInstanceOf(IllegalStateException.class);
    }

    private void assertInvalid(UnaryOperator<JWTClaimsSet.Builder> wrong) throws Exception {
        token = signed(wrong);
        assertThatThrownBy(this::identify).isInstanceOf(OpenIdRefused.class).hasMessageContaining("not valid");
    }

    private OpenIdProvider.Identity identify() throws OpenIdRefused {
        return provider.identify(parameters(pending.state()), pending, CALLBACK);
    }

    private static Map<String, String[]> parameters(String state) {
        return Map.of("code", new String[] {"c"}, "state", new String[] {state});
    }

    private String signed(UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        return signed(new RSASSASigner(key), JWSAlgorithm.RS256, change);
    }

    private String signed(JWSSigner signer, JWSAlgorithm algorithm, UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        var jwt = new SignedJWT(new JWSHeader.Builder(algorithm).keyID("one").build(), claims(change));
        jwt.sign(signer);
        return jwt.serialize();
    }

    private JWTClaimsSet claims(UnaryOperator<JWTClaimsSet.Builder> change) {
        var now = Instant.now();
        return change.apply(new JWTClaimsSet.Builder().issuer(issuer).subject("subject-1").audience("registration")
                .issueTime(Date.from(now)).expirationTime(Date.from(now.plusSeconds(60)))
                .claim("nonce", pending.nonce()).claim("preferred_username", "ada")).build();
    }
}
